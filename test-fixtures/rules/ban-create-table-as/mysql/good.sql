CREATE TABLE copy LIKE orders;
CREATE TEMPORARY TABLE scratch AS SELECT * FROM orders;
INSERT INTO customers (name) SELECT status FROM orders;
