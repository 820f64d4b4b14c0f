-- version: 16.4
-- rows: orders 120000000 38GB
-- rows: customers 400000 80MB
-- rows: currencies 180 16kB
CREATE TABLE customers (id bigint PRIMARY KEY, name text);
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, total numeric(10, 2), status text);
CREATE TABLE currencies (code varchar(3) PRIMARY KEY, name text);
ALTER TABLE orders ADD CONSTRAINT orders_status CHECK (status > '') NOT VALID;
