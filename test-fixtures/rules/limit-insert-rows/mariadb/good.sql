INSERT INTO currencies (code, name) VALUES ('EUR', 'Euro'), ('USD', 'Dollar');
INSERT INTO currencies (code, name) SELECT country, name FROM customers WHERE id < 10;
