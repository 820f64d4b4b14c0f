CREATE INDEX idx_orders_status ON orders (status);
CREATE UNIQUE INDEX uk_orders_reference_id ON orders (reference, id);
CREATE TABLE t (id bigint PRIMARY KEY, b int UNIQUE);
CREATE INDEX lowered ON customers (lower(email));
CREATE INDEX ON orders (total);
