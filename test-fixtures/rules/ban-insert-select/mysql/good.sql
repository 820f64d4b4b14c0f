CREATE TABLE regions (code varchar(3) PRIMARY KEY, name varchar(40));
INSERT INTO regions (code, name) SELECT code, name FROM regions;
INSERT INTO currencies (code, name) SELECT 'EUR', 'Euro';
SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED;
INSERT INTO currencies (code, name) SELECT country, name FROM customers;
