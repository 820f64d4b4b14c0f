CREATE TABLE payments (id bigint PRIMARY KEY, order_id integer REFERENCES orders);
ALTER TABLE orders ADD CONSTRAINT c FOREIGN KEY (reference) REFERENCES customers (id) NOT VALID;
ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES orders (customer_id) NOT VALID;
