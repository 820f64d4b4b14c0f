-- nothing hangs on it, or nobody knows
ALTER TABLE customers ALTER COLUMN name TYPE text, ALTER COLUMN email TYPE text;
-- dropped before
DROP VIEW open_orders;
DROP POLICY own_orders ON orders;
ALTER TABLE orders ALTER COLUMN status TYPE text;
CREATE VIEW open_orders AS SELECT id FROM orders WHERE status = 'open';
-- new
CREATE TABLE notes (id bigint PRIMARY KEY, body varchar(20));
ALTER TABLE notes ALTER COLUMN body TYPE text;
