-- the same type
ALTER TABLE customers MODIFY COLUMN id bigint NOT NULL AUTO_INCREMENT COMMENT 'key';
-- not of the type that others refer to
ALTER TABLE customers MODIFY COLUMN name text NOT NULL;
-- the key is gone
ALTER TABLE orders DROP FOREIGN KEY orders_customer;
ALTER TABLE orders MODIFY COLUMN customer_id int;
CREATE TABLE notes (id bigint PRIMARY KEY, body varchar(20));
ALTER TABLE notes MODIFY COLUMN body text;
