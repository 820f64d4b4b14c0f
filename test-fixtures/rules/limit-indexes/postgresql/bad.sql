CREATE INDEX orders_status ON orders (status);
CREATE INDEX orders_total ON orders (total);
CREATE TABLE t (a int PRIMARY KEY, b int UNIQUE, c int UNIQUE, d int UNIQUE);
