UPDATE orders SET status = 'closed' AND total = 0 WHERE id = 1;
UPDATE orders SET customer_id = 5 AND total = 3, status = 'x' WHERE id = 1;
