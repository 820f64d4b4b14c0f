ALTER TABLE customers ADD COLUMN zip varchar(10), ADD COLUMN flag char(1), ADD COLUMN one char;
