ALTER TABLE orders ADD COLUMN note text;
ALTER TABLE customers ADD COLUMN note text;
ALTER TABLE orders MODIFY COLUMN status varchar(400) NOT NULL;
ALTER TABLE orders ADD COLUMN size integer;
