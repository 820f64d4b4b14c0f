UPDATE customers SET country = 'XX' WHERE name = 5;
DELETE FROM orders WHERE status IN ('open', 3, 4) AND id > 5;
DELETE FROM orders WHERE customer_id = 'none';
