CREATE TABLE IF NOT EXISTS orders (id bigint PRIMARY KEY, weight int);
ALTER TABLE orders ADD COLUMN IF NOT EXISTS reference varchar(20), ADD COLUMN IF NOT EXISTS status int;
CREATE INDEX IF NOT EXISTS orders_placed_at ON orders (placed_at, id);
CREATE UNIQUE INDEX IF NOT EXISTS orders_placed_at ON orders (placed_at);
