ALTER TABLE orders ADD CONSTRAINT c FOREIGN KEY (customer_id) REFERENCES customers (id) NOT VALID;
CREATE TABLE p (id bigint PRIMARY KEY, order_id bigint REFERENCES orders);
