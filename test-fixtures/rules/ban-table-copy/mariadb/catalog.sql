-- From 11.2 on MariaDB copies while writers go on.
-- version: 10.11
-- rows: orders 120000000 38GB
-- rows: customers 400000 80MB
-- rows: currencies 180 16kB
CREATE TABLE customers (
  id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name varchar(200) NOT NULL,
  email varchar(100),
  country varchar(40)
);
CREATE TABLE orders (
  id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
  customer_id bigint,
  total decimal(10, 2) NOT NULL,
  status varchar(20) NOT NULL,
  reference text,
  kind enum('web', 'shop') NOT NULL DEFAULT 'web',
  placed_at datetime(3) NOT NULL,
  KEY orders_placed_at (placed_at)
);
CREATE TABLE currencies (code varchar(3) PRIMARY KEY, name varchar(40));
CREATE VIEW open_orders AS SELECT id FROM orders WHERE status = 'open';
