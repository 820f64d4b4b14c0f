CREATE INDEX wide ON orders (placed_at, status, total, customer_id, id, reference);
CREATE TABLE wider (a int, b int, c int, d int, e int, f int, PRIMARY KEY (a, b, c, d, e, f));
