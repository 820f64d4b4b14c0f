ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers (id) NOT VALID;
CREATE TABLE t (id bigint PRIMARY KEY, n int CHECK (n > 0));
