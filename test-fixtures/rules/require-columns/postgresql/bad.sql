CREATE TABLE payments (id bigint PRIMARY KEY, amount numeric);
ALTER TABLE currencies DROP COLUMN name;
ALTER TABLE customers RENAME COLUMN name TO title;
