DROP TABLE IF EXISTS order_items;
ALTER TABLE orders ADD COLUMN note text;
CREATE TABLE payments (id bigint PRIMARY KEY, note text);
CREATE INDEX payments_note ON payments (note);
