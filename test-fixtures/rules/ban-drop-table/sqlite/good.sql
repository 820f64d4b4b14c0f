CREATE TABLE orders_staging (id INTEGER PRIMARY KEY);
DROP TABLE orders_staging;
CREATE TEMPORARY TABLE scratch (id INTEGER);
DROP TABLE scratch;
DROP TABLE IF EXISTS never_was_there;
