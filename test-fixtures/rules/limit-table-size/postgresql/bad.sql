ALTER TABLE orders ALTER COLUMN id TYPE numeric;
CREATE INDEX CONCURRENTLY orders_status ON orders (status);
