DROP VIEW IF EXISTS no_such_view;
DROP PROCEDURE IF EXISTS close_orders;
CREATE PROCEDURE close_orders() UPDATE orders SET status = 'closed' WHERE id = 1;
DROP VIEW open_orders;
CREATE OR REPLACE VIEW open_orders AS SELECT id, status FROM orders WHERE status = 'open';
