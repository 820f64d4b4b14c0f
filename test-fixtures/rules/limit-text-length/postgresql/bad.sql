ALTER TABLE customers ADD COLUMN zip char(30), ADD COLUMN note varchar(5000);
