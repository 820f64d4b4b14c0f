SELECT id，status FROM orders;
SELECT id AS nr FROM orders;
UPDATE orders SET status = 'x' WHERE id​ = 5;
