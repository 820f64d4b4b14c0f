ALTER TABLE orders ADD CONSTRAINT orders_customer FOREIGN KEY (customer_id) REFERENCES customers (id) NOT VALID;
ALTER TABLE customers ADD COLUMN currency varchar(3) REFERENCES currencies;
CREATE TABLE payments (
  id bigint PRIMARY KEY,
  order_id bigint REFERENCES orders (id),
  currency varchar(3),
  FOREIGN KEY (currency) REFERENCES currencies (code)
);
CREATE INDEX payments_open ON payments (order_id) WHERE currency IS NULL;
