SELECT id FROM orders;
SELECT count(id) FROM customers ORDER BY 1;
