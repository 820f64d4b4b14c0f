CREATE TABLE t (a int PRIMARY KEY, b int, c int, d int, e int, f int, g int, h int);
ALTER TABLE orders ADD COLUMN note text;
ALTER TABLE orders ADD COLUMN size int;
ALTER TABLE orders ADD COLUMN weight int;
