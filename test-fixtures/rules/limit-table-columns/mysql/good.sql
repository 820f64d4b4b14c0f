CREATE TABLE t (a int PRIMARY KEY, b int, c int, d int, e int, f int, g int);
ALTER TABLE customers ADD COLUMN note text;
