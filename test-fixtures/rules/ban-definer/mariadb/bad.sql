CREATE DEFINER = `root`@`%` VIEW closed_orders AS SELECT id FROM orders WHERE status = 'closed';
CREATE DEFINER=app@localhost PROCEDURE close_orders() UPDATE orders SET status = 'closed' WHERE id = 1;
CREATE DEFINER='app' TRIGGER orders_audit BEFORE INSERT ON orders FOR EACH ROW SET NEW.status = 'x';
