DELETE FROM orders WHERE id IN (1, 2, 3);
SELECT id FROM orders WHERE status NOT IN ('open', 'closed', 'lost');
