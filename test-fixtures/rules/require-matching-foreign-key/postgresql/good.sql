CREATE TABLE payments (
  id bigint PRIMARY KEY,
  order_id bigint REFERENCES orders,
  currency text REFERENCES currencies (code)
);
ALTER TABLE orders ADD CONSTRAINT c FOREIGN KEY (customer_id) REFERENCES customers (id) NOT VALID;
CREATE TABLE nodes (id bigint PRIMARY KEY, parent bigint REFERENCES nodes (id));
