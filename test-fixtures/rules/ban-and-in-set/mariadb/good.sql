UPDATE orders SET status = 'closed', total = 0 WHERE id = 1 AND total = 5;
UPDATE orders SET customer_id = (total = 3 AND status = 'x') WHERE id = 1;
UPDATE orders SET customer_id = total = 3 AND status = 'x' WHERE id = 1;
UPDATE orders SET customer_id = CASE WHEN total = 1 AND status = 'x' THEN 1 END WHERE id = 1;
UPDATE orders SET customer_id = total > 3 AND status IS NOT NULL WHERE id BETWEEN 1 AND 2;
