ALTER TABLE customers MODIFY COLUMN country varchar(400);
ALTER TABLE orders ADD COLUMN note text;
