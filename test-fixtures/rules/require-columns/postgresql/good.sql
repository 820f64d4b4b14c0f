CREATE TABLE payments (id bigint PRIMARY KEY, name text);
CREATE TEMPORARY TABLE scratch (x int);
CREATE TABLE old_orders (LIKE orders);
ALTER TABLE orders DROP COLUMN status;
