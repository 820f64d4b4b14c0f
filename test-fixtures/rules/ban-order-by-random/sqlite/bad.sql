INSERT INTO currencies (code, name) SELECT country, name FROM customers ORDER BY random() LIMIT 10;
CREATE VIEW some_orders AS SELECT id FROM orders ORDER BY random() LIMIT 10;
