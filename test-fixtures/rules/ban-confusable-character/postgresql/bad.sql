SELECT id，status FROM orders;
UPDATE orders SET status = ‘x’ WHERE id = 5;
SELECT id AS a​b FROM orders;
