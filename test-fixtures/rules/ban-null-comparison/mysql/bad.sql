UPDATE customers SET country = 'XX' WHERE email = NULL;
DELETE FROM customers WHERE id > 10 AND (country <> NULL OR NULL = name);
DELETE FROM orders WHERE customer_id NOT IN (1, 2, NULL);
UPDATE orders SET status = CASE WHEN customer_id = NULL THEN 'lost' ELSE 'open' END WHERE id = 1;
CREATE VIEW nameless AS SELECT o.id FROM orders o JOIN customers c ON c.id = o.customer_id AND c.email != NULL;
DELETE FROM customers WHERE id NOT IN (SELECT customer_id FROM orders);
