-- version: 11.4
CREATE TABLE customers (id bigint PRIMARY KEY, name varchar(200) NOT NULL, email varchar(100), UNIQUE KEY customers_email (email));
CREATE TABLE orders (
  id bigint PRIMARY KEY,
  customer_id bigint,
  total decimal(10, 2) NOT NULL,
  KEY orders_total (total),
  CONSTRAINT orders_customer FOREIGN KEY (customer_id) REFERENCES customers (id),
  CONSTRAINT orders_check CHECK (total > 0)
);
