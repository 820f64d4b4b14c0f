CREATE TABLE IF NOT EXISTS orders (id INTEGER PRIMARY KEY, weight INTEGER);
CREATE INDEX IF NOT EXISTS orders_placed_at ON orders (placed_at, id);
