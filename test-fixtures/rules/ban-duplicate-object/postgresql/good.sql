CREATE TABLE IF NOT EXISTS orders (id bigint PRIMARY KEY);
ALTER TABLE customers ADD COLUMN phone text;
CREATE INDEX IF NOT EXISTS orders_placed_at ON orders (placed_at);
