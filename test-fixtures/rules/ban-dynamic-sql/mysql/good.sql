CREATE PROCEDURE close_orders(n int)
BEGIN
  IF n > 0 THEN
    UPDATE orders SET status = 'closed' WHERE id = n;
  ELSE
    SELECT 1;
  END IF;
END;
