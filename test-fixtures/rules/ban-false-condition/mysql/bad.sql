UPDATE orders SET status = 'closed' WHERE 1 = 0;
DELETE FROM customers WHERE name IS NULL AND country = 'XX';
DELETE FROM customers WHERE country = 'XX' AND (2 < 1 OR FALSE);
