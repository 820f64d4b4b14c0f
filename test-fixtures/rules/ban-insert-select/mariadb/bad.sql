INSERT INTO currencies (code, name) SELECT country, name FROM customers;
CREATE TABLE order_copy AS SELECT id, status FROM orders;
-- Small tables are worth a note only.
INSERT INTO customers (name, country) SELECT name, code FROM currencies;
