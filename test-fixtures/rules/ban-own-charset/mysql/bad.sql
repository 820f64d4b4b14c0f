CREATE TABLE t (id bigint PRIMARY KEY, note text CHARACTER SET utf8mb4) DEFAULT CHARSET=utf8mb4;
ALTER TABLE orders ADD COLUMN note text COLLATE utf8mb4_bin;
