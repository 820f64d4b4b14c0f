CREATE DEFINER = CURRENT_USER VIEW closed_orders AS SELECT id FROM orders WHERE status = 'closed';
CREATE SQL SECURITY INVOKER VIEW late_orders AS SELECT id FROM orders WHERE status = 'late';
