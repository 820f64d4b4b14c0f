CREATE TABLE t (id bigint(20) unsigned NOT NULL PRIMARY KEY, n int(11));
ALTER TABLE orders ADD COLUMN size tinyint(4) NOT NULL;
