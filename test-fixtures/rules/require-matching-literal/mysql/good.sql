UPDATE customers SET country = 'XX' WHERE name = '5' AND id = '7';
DELETE FROM orders WHERE status IN ('open', 'closed') AND id > 5 AND total < 3.5;
DELETE FROM orders WHERE customer_id = NULLIF('5', '') OR placed_at < '2020-01-01';
