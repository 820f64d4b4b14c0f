CREATE INDEX orders_placed ON orders (placed_at, id);
DROP INDEX orders_placed_at ON orders;
ALTER TABLE orders ADD INDEX placed_again (placed_at), DROP INDEX orders_placed;
DROP INDEX customers_name ON customers;
CREATE INDEX orders_name ON orders (reference(10));
