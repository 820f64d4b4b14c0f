CREATE TABLE IF NOT EXISTS currencies (code varchar(3) PRIMARY KEY);
CREATE TABLE IF NOT EXISTS parcels (id bigint PRIMARY KEY);
ALTER TABLE orders ADD COLUMN IF NOT EXISTS reference text, ADD COLUMN IF NOT EXISTS weight int;
CREATE INDEX IF NOT EXISTS orders_placed_at ON orders (placed_at);
CREATE INDEX IF NOT EXISTS orders_status ON orders (status);
