DELETE FROM customers WHERE email LIKE '%@example.com';
CREATE VIEW test_orders AS SELECT id FROM orders WHERE status NOT LIKE '_est%';
SELECT id FROM customers WHERE name LIKE "%smith%";
