REPLACE INTO currencies (code, name) VALUES ('EUR', 'Euro');
REPLACE INTO customers SELECT * FROM customers;
