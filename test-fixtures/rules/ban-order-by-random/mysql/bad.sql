INSERT INTO currencies (code, name) SELECT country, name FROM customers ORDER BY RAND() LIMIT 10;
DELETE FROM orders WHERE status = 'x' ORDER BY rand(), id LIMIT 10;
