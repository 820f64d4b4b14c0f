UPDATE orders SET status = 'closed';
DELETE FROM customers WHERE 1 = 1;
DELETE FROM orders LIMIT 10;
-- Small tables are worth a note only.
UPDATE currencies SET name = upper(name);
-- What is never NULL is always NOT NULL.
DELETE FROM orders WHERE status IS NOT NULL OR customer_id = 5;
UPDATE customers SET country = 'XX' WHERE customers.id IS NOT NULL AND 2 > 1;
-- Code is looked into.
CREATE PROCEDURE close_orders(n int)
BEGIN
  DECLARE done int DEFAULT 0;
  DECLARE CONTINUE HANDLER FOR NOT FOUND DELETE FROM customers;
  WHILE n > 0 DO
    UPDATE orders SET status = 'closed';
  END WHILE;
END;
CREATE TRIGGER orders_audit AFTER DELETE ON orders FOR EACH ROW DELETE FROM customers;
