-- version: 16.4
CREATE TABLE customers (id bigint PRIMARY KEY, name varchar(200) NOT NULL, email varchar(100) UNIQUE);
CREATE UNIQUE INDEX customers_name ON customers (name);
CREATE INDEX customers_both ON customers (name, email);
CREATE UNIQUE INDEX customers_id_name ON customers (id, name);
CREATE TABLE orders (
  id bigint PRIMARY KEY,
  customer_id bigint CONSTRAINT orders_customer REFERENCES customers (id),
  total numeric(10, 2) NOT NULL CONSTRAINT orders_total CHECK (total > 0),
  CONSTRAINT orders_total_nn CHECK (total IS NOT NULL)
);
