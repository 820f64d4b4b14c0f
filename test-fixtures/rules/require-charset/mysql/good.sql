CREATE TABLE t (id bigint PRIMARY KEY, code char(3) CHARACTER SET ascii, charset_name text) CHARSET utf8mb4 COLLATE utf8mb4_unicode_ci;
ALTER TABLE orders ADD COLUMN note text COLLATE utf8mb4_bin;
CREATE TEMPORARY TABLE s (n text) CHARSET=latin1;
