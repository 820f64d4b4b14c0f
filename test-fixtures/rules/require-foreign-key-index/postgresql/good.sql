CREATE TABLE payments (
  id bigint PRIMARY KEY,
  order_id bigint REFERENCES orders (id),
  currency varchar(3) UNIQUE REFERENCES currencies
);
CREATE INDEX payments_order ON payments (order_id, currency);
CREATE TABLE order_extras (order_id bigint PRIMARY KEY REFERENCES orders, note text);
CREATE INDEX CONCURRENTLY orders_customer ON orders (customer_id);
ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers (id) NOT VALID;
CREATE TEMPORARY TABLE scratch (order_id bigint REFERENCES orders (id));
