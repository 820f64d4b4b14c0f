-- The schema that the fixtures find, unless they bring a catalog.sql of their own.
-- version: 16.4
-- rows: orders 120000000 38GB
-- rows: customers 400000 80MB
-- rows: currencies 180 16kB
CREATE TABLE customers (
  id bigint PRIMARY KEY,
  name varchar(200) NOT NULL,
  email varchar(100),
  country text
);
CREATE TABLE orders (
  id bigint PRIMARY KEY,
  customer_id bigint,
  total numeric(10, 2) NOT NULL,
  status varchar(20) NOT NULL,
  reference text,
  placed_at timestamp with time zone NOT NULL
);
CREATE INDEX orders_placed_at ON orders (placed_at);
CREATE TABLE currencies (code varchar(3) PRIMARY KEY, name text);
CREATE VIEW open_orders AS SELECT id FROM orders WHERE status = 'open';
