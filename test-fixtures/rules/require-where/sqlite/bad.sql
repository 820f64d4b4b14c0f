UPDATE orders SET status = 'closed';
DELETE FROM customers WHERE 1 = 1;
-- Small tables are worth a note only.
UPDATE currencies SET name = upper(name);
-- What is never NULL is always NOT NULL.
DELETE FROM orders WHERE status IS NOT NULL OR customer_id = 5;
UPDATE customers SET country = 'XX' WHERE customers.id IS NOT NULL AND 2 > 1;
-- Code is looked into.
CREATE TRIGGER orders_audit AFTER DELETE ON orders BEGIN DELETE FROM customers; UPDATE orders SET status = 'x'; END;
