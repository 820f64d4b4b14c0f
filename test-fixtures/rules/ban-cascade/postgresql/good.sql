TRUNCATE currencies CASCADE;
DROP TABLE currencies RESTRICT;
ALTER TABLE orders ADD CONSTRAINT orders_customer FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE CASCADE NOT VALID;
CREATE TABLE regions (code varchar(3) PRIMARY KEY);
DROP TABLE regions CASCADE;
CREATE TEMP TABLE picked (id bigint);
DROP TABLE picked CASCADE;
