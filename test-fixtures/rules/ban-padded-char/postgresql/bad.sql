ALTER TABLE customers ADD COLUMN zip char(10), ADD COLUMN state character(2) NOT NULL DEFAULT 'XX';
