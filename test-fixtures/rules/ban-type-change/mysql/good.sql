ALTER TABLE orders MODIFY COLUMN status varchar(20) NULL;
ALTER TABLE orders CHANGE reference note text;
