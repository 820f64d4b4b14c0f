CREATE VIEW names AS SELECT name FROM customers UNION SELECT name FROM currencies;
INSERT INTO currencies (code, name) SELECT country, name FROM customers WHERE id < 5 UNION SELECT code, name FROM currencies;
