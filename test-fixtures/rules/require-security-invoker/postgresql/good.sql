CREATE VIEW late_orders WITH (security_invoker = true) AS SELECT id FROM orders;
CREATE MATERIALIZED VIEW totals AS SELECT sum(total) FROM orders;
