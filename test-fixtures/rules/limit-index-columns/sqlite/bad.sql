CREATE TABLE wide (a int, b int, c int, d int, e int, f int, PRIMARY KEY (a, b, c, d, e, f));
CREATE INDEX wide_all ON wide (a, b, c, d, f, e);
