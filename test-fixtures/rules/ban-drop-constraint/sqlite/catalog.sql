-- The schema that the fixtures find, unless they bring a catalog.sql of their own.
-- version: 3.46
-- rows: orders 5000000 900MB
-- rows: customers 400000 80MB
-- rows: currencies 180 16kB
CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT, country TEXT);
CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER,
  total NUMERIC NOT NULL,
  status TEXT NOT NULL,
  placed_at TEXT NOT NULL
);
CREATE INDEX orders_placed_at ON orders (placed_at);
CREATE TABLE currencies (code TEXT PRIMARY KEY, name TEXT);
CREATE VIEW open_orders AS SELECT id FROM orders WHERE status = 'open';
CREATE UNIQUE INDEX customers_mail ON customers (email);
