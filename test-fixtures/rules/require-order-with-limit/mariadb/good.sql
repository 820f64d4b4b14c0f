DELETE FROM orders WHERE placed_at < '2020-01-01' ORDER BY id LIMIT 1000;
DELETE FROM orders WHERE id = 5 LIMIT 1;
UPDATE orders SET status = 'x' WHERE customer_id IN (SELECT id FROM (SELECT id FROM customers LIMIT 5) c);
CREATE TEMPORARY TABLE picked (id bigint);
DELETE FROM picked LIMIT 5;
INSERT INTO currencies (code, name) SELECT country, name FROM customers ORDER BY id LIMIT 10;
