CREATE TABLE orders_staging (id bigint PRIMARY KEY);
INSERT INTO orders_staging VALUES (1);
TRUNCATE orders_staging;
DELETE FROM orders WHERE placed_at < '2019-01-01';
