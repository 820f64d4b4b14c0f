ALTER TABLE orders ALTER COLUMN total TYPE numeric(12, 2);
ALTER TABLE customers ALTER COLUMN name TYPE text;
CREATE TABLE payments (id bigint PRIMARY KEY, amount bigint);
ALTER TABLE payments ALTER COLUMN amount TYPE integer;
