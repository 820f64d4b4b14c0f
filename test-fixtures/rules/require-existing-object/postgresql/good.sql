DROP TABLE IF EXISTS order_items;
ALTER TABLE orders ADD COLUMN note text;
CREATE TABLE payments (id bigint PRIMARY KEY, note text);
CREATE INDEX payments_note ON payments (note);
CREATE VIEW late_orders AS
WITH late AS (SELECT id FROM orders WHERE status = 'late') SELECT id FROM late JOIN open_orders USING (id);
SELECT relname FROM pg_class, generate_series(1, 3);
