ALTER TABLE currencies ADD COLUMN sign varchar(4);
UPDATE customers SET country = 'x' WHERE id = 1;
DELETE FROM customers WHERE id = 2;
