UPDATE orders SET status = 'closed' WHERE status = 'open';
DELETE FROM customers WHERE country = 'XX' AND (email IS NULL OR name LIKE 'a%');
-- Small tables are worth a note only.
DELETE FROM currencies WHERE name = 'Euro';
