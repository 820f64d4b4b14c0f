ALTER TABLE orders MODIFY COLUMN status varchar(20) NOT NULL;
ALTER TABLE orders ADD COLUMN size int AFTER id;
