SELECT substring(status, 5) FROM orders WHERE id = 5;
UPDATE orders SET status = 'y' WHERE id IN (SELECT id FROM (SELECT id FROM orders WHERE status = 'x' LIMIT 5 FOR UPDATE) o);
