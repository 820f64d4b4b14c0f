DELETE FROM orders WHERE date(placed_at) = '2020-01-01';
UPDATE orders SET status = 'x' WHERE id + 1 = 5 AND status = 'y';
UPDATE orders SET status = 'x' WHERE 5 = abs(orders.id);
-- Small tables are worth a note only.
DELETE FROM currencies WHERE lower(code) IN ('eur');
