DROP TABLE IF EXISTS order_items;
ALTER TABLE orders ADD COLUMN note text;
CREATE TABLE payments (id bigint PRIMARY KEY, note text);
CREATE INDEX payments_note ON payments (note);
CREATE VIEW late_orders AS
WITH late AS (SELECT id FROM orders WHERE status = 'late') SELECT id FROM late JOIN open_orders USING (id);
SELECT name FROM sqlite_master;
UPDATE orders SET status = "late" WHERE rowid = 1 AND [total] > 2 AND placed_at < CURRENT_DATE;
SELECT value FROM orders, json_each(note);
SELECT Total AS t FROM Orders WHERE t > 1;
