DELETE FROM orders WHERE id IN (1, 2);
DELETE FROM orders WHERE id IN (SELECT id FROM customers WHERE country IN ('XX', 'YY'));
