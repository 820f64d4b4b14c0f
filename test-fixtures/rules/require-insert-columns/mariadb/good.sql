INSERT INTO currencies (code, name) VALUES ('EUR', 'Euro');
INSERT INTO currencies SET code = 'CHF', name = 'Franc';
CREATE TABLE regions (code varchar(3) PRIMARY KEY, name varchar(40));
INSERT INTO regions VALUES ('eu', 'Europe');
CREATE TEMPORARY TABLE picked (id bigint);
INSERT INTO picked SELECT id FROM customers WHERE id < 10;
