UPDATE orders SET status = 'late' WHERE status IN ('open', '<>') AND total IS NOT NULL;
DELETE FROM orders WHERE NOT EXISTS (SELECT 1 FROM customers WHERE customers.id = orders.customer_id);
SELECT status <> 'paid' FROM orders;
