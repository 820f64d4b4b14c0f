DROP VIEW open_orders;
DROP TRIGGER orders_audit;
