UPDATE currencies SET name = 'x' WHERE code = 'EUR';
ALTER TABLE customers ADD COLUMN sign varchar(4);
SELECT name FROM customers WHERE id = 1;
