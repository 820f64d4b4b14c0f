CREATE TABEL payments (id int);
SELECT 1;
INSERT INTO orders (id VALUES (1);
CREATE TABLE t (order int);
