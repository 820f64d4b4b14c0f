DROP INDEX orders_placed_at;
ALTER TABLE orders ADD COLUMN note text;
CREATE INDEX orders_placed ON orders (placed_at, id);
