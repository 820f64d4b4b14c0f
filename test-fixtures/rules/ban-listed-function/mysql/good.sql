INSERT INTO currencies (code, name) VALUES ('X', 'upper(x)');
UPDATE customers SET country = trim(country) WHERE id = 1;
