ALTER TABLE orders ALTER COLUMN customer_id TYPE integer;
ALTER TABLE orders ALTER COLUMN total TYPE numeric(8, 2), ALTER COLUMN placed_at TYPE date;
ALTER TABLE customers ALTER COLUMN name TYPE varchar(100);
ALTER TABLE customers ALTER COLUMN country TYPE char(2);
