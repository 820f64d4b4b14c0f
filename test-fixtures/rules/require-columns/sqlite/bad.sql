CREATE TABLE payments (id bigint PRIMARY KEY, amount numeric);
ALTER TABLE currencies DROP COLUMN name;
