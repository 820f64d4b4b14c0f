INSERT INTO currencies (code, name) SELECT c.country, o.status FROM customers c, orders o WHERE o.id = 5;
CREATE VIEW pairs AS SELECT c.id FROM customers c JOIN orders o WHERE o.id = 5;
SELECT c.id FROM customers c, orders o WHERE c.id > 3;
