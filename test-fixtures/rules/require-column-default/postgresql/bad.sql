CREATE TABLE payments (id bigint PRIMARY KEY, amount numeric NOT NULL);
ALTER TABLE orders ADD COLUMN size text;
