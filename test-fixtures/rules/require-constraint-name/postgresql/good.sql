ALTER TABLE orders ADD CONSTRAINT c FOREIGN KEY (customer_id) REFERENCES customers (id) NOT VALID;
CREATE TABLE t (id bigint PRIMARY KEY, n int CONSTRAINT positive CHECK (n > 0), m int UNIQUE);
CREATE TEMP TABLE s (n int CHECK (n > 0));
