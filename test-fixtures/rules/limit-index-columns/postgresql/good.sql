CREATE INDEX narrow ON orders (placed_at, status, total, customer_id, id);
CREATE TABLE narrower (a int, b int, PRIMARY KEY (a, b));
