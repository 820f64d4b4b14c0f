ALTER TABLE orders ADD COLUMN note text, ADD CONSTRAINT c FOREIGN KEY (customer_id) REFERENCES customers (id);
CREATE TABLE p (id bigint PRIMARY KEY, order_id bigint, FOREIGN KEY (order_id) REFERENCES orders (id));
