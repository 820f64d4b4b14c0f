INSERT INTO currencies (code, name) VALUES ('X', Upper('x'));
UPDATE customers SET country = lower(country) WHERE id = 1;
