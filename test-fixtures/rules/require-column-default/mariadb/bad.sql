CREATE TABLE payments (id bigint PRIMARY KEY, amount decimal(10,2) NOT NULL);
ALTER TABLE orders ADD COLUMN size int;
