ALTER TABLE customers ADD COLUMN zip char(10), ADD COLUMN note varchar(500), ADD COLUMN body text, ADD COLUMN free varchar;
