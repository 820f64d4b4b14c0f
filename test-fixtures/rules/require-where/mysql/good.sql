UPDATE orders SET status = 'closed' WHERE placed_at < '2020-01-01';
DELETE FROM customers WHERE id = 42;
DELETE o FROM orders o JOIN customers c ON c.id = o.customer_id;
CREATE TABLE order_totals (order_id bigint PRIMARY KEY, total decimal(10, 2));
INSERT INTO order_totals (order_id) VALUES (1);
UPDATE order_totals SET total = 0;
DELETE FROM orders WHERE customer_id IS NOT NULL;
DELETE FROM customers WHERE id IN (SELECT c.id FROM customers c LEFT JOIN orders o ON o.customer_id = c.id WHERE o.id IS NULL);
