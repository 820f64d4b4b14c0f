-- version: 16.4
-- rows: orders 120000000 38GB
-- rows: lines 400000000 90GB
-- rows: customers 400000 80MB
CREATE TABLE customers (id bigint PRIMARY KEY, name varchar(200) NOT NULL, email varchar(100));
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint REFERENCES customers (id));
CREATE TABLE lines (id bigint PRIMARY KEY, order_id bigint CONSTRAINT lines_order REFERENCES orders (id));
CREATE TABLE currencies (code varchar(3) PRIMARY KEY, name text);
CREATE VIEW open_orders AS SELECT id FROM orders;
