CREATE VIEW names AS SELECT name FROM customers UNION ALL SELECT name FROM currencies;
SELECT name FROM customers UNION SELECT name FROM currencies;
