ALTER TABLE orders ALTER COLUMN total TYPE numeric(12, 4), ALTER COLUMN reference TYPE jsonb USING reference::jsonb;
CREATE INDEX CONCURRENTLY orders_lower ON orders (lower(status));
