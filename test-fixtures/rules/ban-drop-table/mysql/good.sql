CREATE TABLE orders_staging (id bigint PRIMARY KEY);
DROP TABLE orders_staging;
CREATE TEMPORARY TABLE scratch (id int);
DROP TEMPORARY TABLE scratch;
DROP TABLE IF EXISTS never_was_there;
