UPDATE orders SET status = 'closed' WHERE 1 = 0 OR id = 5;
DELETE FROM customers WHERE email IS NULL;
DELETE FROM customers WHERE name = NULL;
CREATE TABLE orders_like AS SELECT * FROM orders WHERE 1 = 0;
