UPDATE orders SET status = 'closed' WHERE status = 'open' AND placed_at < '2020-01-01';
DELETE FROM customers WHERE id = 5 AND country = 'XX';
DELETE FROM customers WHERE country IN (SELECT code FROM currencies);
CREATE INDEX customers_country ON customers (country);
DELETE FROM customers WHERE country = 'XX';
CREATE TABLE regions (code varchar(3) PRIMARY KEY, name varchar(40));
DELETE FROM regions WHERE name = 'Europe';
