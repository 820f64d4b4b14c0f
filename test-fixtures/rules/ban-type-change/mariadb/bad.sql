ALTER TABLE orders MODIFY COLUMN status varchar(40) NOT NULL, CHANGE reference note longtext;
