DROP VIEW open_orders;
DROP PROCEDURE IF EXISTS close_orders;
DROP TRIGGER orders_audit;
DROP EVENT nightly;
