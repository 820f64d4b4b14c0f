UPDATE customers SET email = NULL, country = NULL WHERE email IS NULL;
DELETE FROM orders WHERE customer_id NOT IN (1, 2) AND status IN ('open', 'closed');
DELETE FROM customers WHERE coalesce(email, NULL) = 'x' OR name = 'NULL';
UPDATE orders SET customer_id = NULL WHERE id IN (SELECT id FROM customers WHERE country IS NOT NULL);
CREATE TABLE regions (code varchar(3) DEFAULT NULL, id int PRIMARY KEY);
DELETE FROM customers WHERE id NOT IN (SELECT customer_id FROM orders WHERE customer_id IS NOT NULL);
DELETE FROM customers WHERE id NOT IN (SELECT o.id FROM orders o);
