-- version: 16.4
-- rows: orders 120000000 38GB
-- rows: customers 400000 80MB
-- rows: currencies 180 16kB
-- rows: events 9000000 2GB
CREATE TABLE customers (id bigint PRIMARY KEY, email varchar(100));
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, reference text);
CREATE TABLE currencies (code varchar(3) PRIMARY KEY, name text);
CREATE TABLE events (id bigint NOT NULL, seen_at timestamp with time zone);
CREATE UNIQUE INDEX events_id ON events (id);
CREATE TABLE visits (id bigint NOT NULL, seen_at timestamp with time zone);
CREATE TABLE clicks (id bigint NOT NULL, seen_at timestamp with time zone);
CREATE UNIQUE INDEX clicks_id_seen_at ON clicks (id, seen_at);
