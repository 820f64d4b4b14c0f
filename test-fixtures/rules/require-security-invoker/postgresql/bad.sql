CREATE VIEW late_orders AS SELECT id FROM orders;
CREATE OR REPLACE VIEW public.late (id) AS SELECT id FROM orders;
CREATE VIEW barred WITH (security_barrier) AS SELECT id FROM orders;
