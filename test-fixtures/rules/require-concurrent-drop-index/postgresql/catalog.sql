-- version: 16.4
-- rows: orders 120000000 38GB
-- rows: customers 400000 80MB
-- rows: currencies 180 16kB
-- partitioned: events
CREATE TABLE customers (id bigint PRIMARY KEY, email varchar(100));
CREATE TABLE orders (id bigint PRIMARY KEY, status varchar(20), placed_at timestamp with time zone);
CREATE TABLE currencies (code varchar(3) PRIMARY KEY, name text);
CREATE TABLE events (id bigint, kind text);
CREATE INDEX orders_placed_at ON orders (placed_at);
CREATE INDEX orders_status ON orders (status);
CREATE INDEX customers_email ON customers (email);
CREATE INDEX currencies_name ON currencies (name);
CREATE INDEX events_kind ON events (kind);
