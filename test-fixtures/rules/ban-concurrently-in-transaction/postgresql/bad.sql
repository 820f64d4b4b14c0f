ALTER TABLE orders ADD COLUMN channel text;
CREATE INDEX CONCURRENTLY orders_channel ON orders (channel);
BEGIN;
CREATE INDEX CONCURRENTLY orders_status ON orders (status);
COMMIT;
