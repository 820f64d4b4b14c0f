SELECT 1;
SELECT id FROM orders WHERE id = 5;
SELECT country FROM customers GROUP BY country;
SELECT id FROM orders LIMIT 5;
