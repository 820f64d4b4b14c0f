INSERT INTO currencies (code, name) SELECT c.country, o.status FROM customers c, orders o WHERE o.customer_id = c.id;
CREATE VIEW pairs AS SELECT c.id FROM customers c CROSS JOIN orders o;
CREATE VIEW joined AS SELECT c.id FROM customers c JOIN orders o ON o.customer_id = c.id LEFT JOIN currencies u ON u.code = c.country;
SELECT c.id FROM customers c, (SELECT max(id) AS m FROM orders) o WHERE c.id > 3;
SELECT c.id FROM customers c JOIN orders o USING (id) WHERE c.id > 3;
SELECT c.id FROM customers c NATURAL JOIN orders o;
DELETE FROM orders WHERE id IN (SELECT o.id FROM orders o, customers c WHERE o.customer_id = c.id AND c.country = 'XX');
SELECT c.id FROM customers c LEFT JOIN (orders o JOIN currencies u ON u.code = o.status) ON o.customer_id = c.id;
