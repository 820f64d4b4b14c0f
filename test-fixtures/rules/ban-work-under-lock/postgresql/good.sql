UPDATE orders SET status = 'web';
ALTER TABLE orders ADD COLUMN channel text;
UPDATE orders SET channel = 'web' WHERE id = 7;
DELETE FROM orders WHERE id IN (1, 2);
UPDATE currencies SET name = code;
ALTER TABLE orders ALTER COLUMN channel SET DEFAULT 'web';
CREATE TABLE payments (id bigint PRIMARY KEY, order_id bigint);
UPDATE payments SET order_id = 1;
INSERT INTO payments SELECT 1, 2;
-- what runs alone ends the transaction
CREATE INDEX CONCURRENTLY orders_channel ON orders (channel);
UPDATE orders SET channel = 'web';
ALTER TABLE payments ADD COLUMN note text;
UPDATE orders SET channel = 'shop';
-- it keeps others out by itself: other rules
ALTER TABLE customers ADD COLUMN note text;
ALTER TABLE customers ADD CHECK (name > '');
