UPDATE orders SET id = id, status = 'moved' WHERE id < 10;
UPDATE orders SET customer_id = 5 WHERE id = 3;
CREATE TABLE regions (code varchar(3) PRIMARY KEY, name varchar(40));
UPDATE regions SET code = 'EU' WHERE code = 'eu';
