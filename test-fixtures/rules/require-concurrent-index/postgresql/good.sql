CREATE INDEX CONCURRENTLY orders_status ON orders (status);
CREATE TABLE payments (id bigint PRIMARY KEY, order_id bigint);
CREATE INDEX payments_order ON payments (order_id);
CREATE TABLE order_totals AS SELECT id AS order_id, total FROM orders;
CREATE INDEX order_totals_total ON order_totals (total);
CREATE MATERIALIZED VIEW order_days AS SELECT id AS order_id, total FROM orders;
CREATE INDEX order_days_total ON order_days (total);
