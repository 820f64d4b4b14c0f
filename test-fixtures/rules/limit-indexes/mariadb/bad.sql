ALTER TABLE orders ADD INDEX by_status (status), ADD INDEX by_total (total);
CREATE TABLE t (a int PRIMARY KEY, b int, c int, d int, KEY (b), KEY (c), KEY (d));
