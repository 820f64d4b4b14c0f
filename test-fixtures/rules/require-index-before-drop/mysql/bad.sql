DROP INDEX orders_placed_at ON orders;
CREATE INDEX orders_placed ON orders (placed_at, id);
