ALTER TABLE orders ADD CONSTRAINT c FOREIGN KEY (customer_id) REFERENCES customers (id);
CREATE TABLE t (id bigint PRIMARY KEY, n int, KEY (n), CONSTRAINT positive CHECK (n > 0));
