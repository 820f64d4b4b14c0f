WITH batch AS (SELECT id FROM orders WHERE status = 'x' ORDER BY id LIMIT 100 FOR UPDATE SKIP LOCKED) UPDATE orders SET status = 'y' FROM batch WHERE orders.id = batch.id;
SELECT substring(status FOR 5) FROM orders WHERE id = 5;
