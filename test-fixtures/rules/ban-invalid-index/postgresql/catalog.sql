-- version: 16.4
-- invalid: orders_status
CREATE TABLE orders (id bigint PRIMARY KEY, status text, placed_at timestamp with time zone);
CREATE INDEX orders_status ON orders (status);
CREATE INDEX orders_placed_at ON orders (placed_at);
