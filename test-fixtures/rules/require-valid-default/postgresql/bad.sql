CREATE TABLE regions (code varchar(3) DEFAULT 'none', id int DEFAULT 'many', small smallint DEFAULT 40000, PRIMARY KEY (id));
ALTER TABLE orders ADD COLUMN score integer DEFAULT 3000000000;
ALTER TABLE orders ALTER COLUMN status SET DEFAULT 'a status that is far too long';
