ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers (id);
CREATE TABLE t (id bigint PRIMARY KEY, n int, CHECK (n > 0));
