CREATE TABLE IF NOT EXISTS orders (id bigint PRIMARY KEY, weight int);
ALTER TABLE orders ADD COLUMN IF NOT EXISTS reference varchar(20);
CREATE INDEX IF NOT EXISTS orders_placed_at ON orders (placed_at, id);
