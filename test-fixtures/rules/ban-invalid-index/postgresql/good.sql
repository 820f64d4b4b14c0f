CREATE INDEX CONCURRENTLY IF NOT EXISTS orders_placed_at ON orders (placed_at);
CREATE INDEX CONCURRENTLY IF NOT EXISTS orders_later ON orders (placed_at, id);
DROP INDEX CONCURRENTLY IF EXISTS orders_status;
CREATE INDEX CONCURRENTLY IF NOT EXISTS orders_status ON orders (status);
