ALTER TABLE orders ADD COLUMN note varchar(40);
INSERT INTO currencies (code, name) VALUES ('EUR', 'Euro');
CREATE TABLE regions (code varchar(3) PRIMARY KEY, name varchar(40));
INSERT INTO regions (code, name) SELECT country, name FROM customers;
UPDATE regions SET name = 'x' WHERE code = 'eu';
