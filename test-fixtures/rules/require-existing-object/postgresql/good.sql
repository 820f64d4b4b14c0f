DROP TABLE IF EXISTS order_items;
ALTER TABLE orders ADD COLUMN note text;
CREATE TABLE payments (id bigint PRIMARY KEY, note text);
CREATE INDEX payments_note ON payments (note);
CREATE VIEW late_orders AS
WITH late AS (SELECT id FROM orders WHERE status = 'late') SELECT id FROM late JOIN open_orders USING (id);
SELECT relname FROM pg_class, generate_series(1, 3);
ALTER TABLE IF EXISTS basket RENAME TO baskets;
ALTER TABLE IF EXISTS ONLY public.basket DROP COLUMN note;
CREATE INDEX payments_note_that_was_given_a_name_longer_than_postgresql_keeps ON payments (note, id);
DROP INDEX payments_note_that_was_given_a_name_longer_than_postgresql_keep;
