ALTER TABLE orders MODIFY COLUMN status varchar(20) NOT NULL AFTER id;
ALTER TABLE orders CHANGE total amount decimal(10, 2) NOT NULL FIRST;
