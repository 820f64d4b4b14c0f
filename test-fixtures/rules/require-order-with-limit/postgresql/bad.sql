INSERT INTO currencies (code, name) SELECT country, name FROM customers LIMIT 10;
