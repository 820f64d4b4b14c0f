ALTER TABLE orders ALTER COLUMN status TYPE varchar(20);
CREATE TABLE t (id bigint PRIMARY KEY, n int);
ALTER TABLE t ALTER COLUMN n TYPE bigint;
