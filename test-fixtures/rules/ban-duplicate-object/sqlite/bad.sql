CREATE TABLE orders (id bigint PRIMARY KEY);
ALTER TABLE customers ADD COLUMN email text;
CREATE INDEX orders_placed_at ON orders (placed_at);
CREATE VIEW open_orders AS SELECT id FROM orders;
