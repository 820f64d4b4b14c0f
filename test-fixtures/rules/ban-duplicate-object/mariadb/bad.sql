CREATE TABLE orders (id bigint PRIMARY KEY);
ALTER TABLE customers ADD COLUMN email text;
ALTER TABLE orders ADD KEY orders_placed_at (placed_at, id);
CREATE VIEW open_orders AS SELECT id FROM orders;
