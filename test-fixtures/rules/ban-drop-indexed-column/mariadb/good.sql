ALTER TABLE orders DROP COLUMN placed_at;
ALTER TABLE orders ADD INDEX by_status (status, total);
ALTER TABLE orders DROP INDEX by_status, DROP COLUMN total;
CREATE TABLE t (id bigint PRIMARY KEY, a int, b int, KEY (a, b));
ALTER TABLE t DROP COLUMN a;
