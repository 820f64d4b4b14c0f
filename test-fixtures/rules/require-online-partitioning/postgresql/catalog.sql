-- version: 16.4
-- rows: orders 120000000 38GB
-- rows: customers 400000 80MB
-- rows: currencies 180 16kB
-- rows: invoices 9000000 2GB
-- partitioned: events
CREATE TABLE customers (id bigint PRIMARY KEY, name text, email varchar(100));
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, status text, placed_at timestamp with time zone);
CREATE TABLE invoices (id bigint PRIMARY KEY, order_id bigint);
CREATE TABLE currencies (code varchar(3) PRIMARY KEY, name text);
CREATE TABLE events (id bigint, kind text);
CREATE INDEX events_kind ON events (kind);
CREATE TABLE events_2024 (id bigint, kind text);
CREATE TABLE checked (id bigint CHECK (id >= 300 AND id < 400), kind text);
