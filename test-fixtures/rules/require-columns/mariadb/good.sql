CREATE TABLE payments (id bigint PRIMARY KEY, name text);
CREATE TEMPORARY TABLE scratch (x int);
ALTER TABLE orders DROP COLUMN status;
