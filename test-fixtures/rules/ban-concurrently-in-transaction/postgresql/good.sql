SET lock_timeout = '5s';
CREATE INDEX CONCURRENTLY orders_status ON orders (status);
DROP INDEX CONCURRENTLY orders_placed_at;
