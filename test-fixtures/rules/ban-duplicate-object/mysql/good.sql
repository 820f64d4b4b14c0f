CREATE TABLE IF NOT EXISTS orders (id bigint PRIMARY KEY);
ALTER TABLE customers ADD COLUMN phone text;
-- Index names belong to their tables.
CREATE INDEX orders_placed_at ON customers (email);
CREATE OR REPLACE VIEW open_orders AS SELECT id FROM orders;
