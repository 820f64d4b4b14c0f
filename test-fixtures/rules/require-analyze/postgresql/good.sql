ALTER TABLE orders ALTER COLUMN reference TYPE varchar;
ALTER TABLE customers ALTER COLUMN country TYPE jsonb USING country::jsonb;
ALTER TABLE orders ALTER COLUMN status TYPE integer USING status::integer;
CREATE INDEX CONCURRENTLY orders_status ON orders (status, id);
CREATE INDEX CONCURRENTLY customers_lower ON customers (lower(name));
ANALYZE orders;
