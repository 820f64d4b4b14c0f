-- A script that SQLite runs from top to bottom, chosen to be hard to split or to read.
PRAGMA foreign_keys = ON;
CREATE TABLE customers (id INTEGER PRIMARY KEY AUTOINCREMENT, [full name] TEXT NOT NULL, `mail;box` VARCHAR(40) COLLATE NOCASE UNIQUE ON CONFLICT REPLACE, "quo""te" blob DEFAULT x'00');
CREATE TABLE IF NOT EXISTS orders (
  id INTEGER PRIMARY KEY, -- the row id; always
  customer_id INTEGER REFERENCES customers (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  total DECIMAL(10, 2) NOT NULL DEFAULT (1 + 2) CHECK (total >= 0),
  twice AS (total * 2),
  thrice INT GENERATED ALWAYS AS (total * 3) STORED,
  state TEXT DEFAULT 'new;' /* a comment; here */,
  untyped,
  placed_at TEXT DEFAULT CURRENT_TIMESTAMP,
  UNIQUE (customer_id, placed_at),
  CONSTRAINT state_known CHECK (state IN ('new;', 'done'))
);
CREATE TABLE tags (name TEXT, order_id INT, PRIMARY KEY (name, order_id), FOREIGN KEY (order_id) REFERENCES orders) WITHOUT ROWID, STRICT;
CREATE TABLE log (message TEXT);
CREATE TRIGGER orders_logged AFTER UPDATE OF total ON orders WHEN NEW.total > 1
BEGIN
  INSERT INTO log VALUES (CASE WHEN NEW.total > 10 THEN 'much; more' ELSE 'more' END);
  UPDATE orders SET state = CASE state WHEN 'new;' THEN 'done' ELSE state END WHERE id = NEW.id;
END;
CREATE TEMP TRIGGER IF NOT EXISTS t2 BEFORE DELETE ON orders BEGIN SELECT 1; END;
CREATE TEMPORARY TABLE scratch AS SELECT 1 AS a;
CREATE UNIQUE INDEX IF NOT EXISTS orders_ix ON orders (lower(state), total DESC) WHERE state IS NOT NULL;
CREATE VIEW busy AS SELECT c."full name" AS name FROM customers c JOIN orders o ON o.customer_id = c.id;
CREATE TRIGGER busy_in INSTEAD OF INSERT ON busy BEGIN INSERT INTO log VALUES (NEW.name); END;
INSERT INTO customers ([full name]) VALUES ('O''Hara; Scarlett'), ('back\slash');
INSERT OR IGNORE INTO orders (id, customer_id, total) VALUES (1, 1, 5) ON CONFLICT (id) DO UPDATE SET total = excluded.total RETURNING id;
REPLACE INTO tags VALUES ('a', 1);
INSERT INTO log DEFAULT VALUES;
WITH few AS (SELECT id FROM orders WHERE total < 3) DELETE FROM orders WHERE id IN (SELECT id FROM few);
UPDATE OR REPLACE orders SET total = 4, state = 'done' WHERE id = 1;
UPDATE orders SET total = s.a FROM scratch s WHERE s.a = orders.id;
DELETE FROM log;
SELECT * FROM busy WHERE name LIKE '%x' AND 1 <> 2 AND name IS NOT NULL;
SELECT :a, @b, $c, ?, ?1;
ALTER TABLE orders ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE orders RENAME COLUMN note TO remark;
ALTER TABLE orders DROP COLUMN remark;
ALTER TABLE log RENAME TO journal;
BEGIN IMMEDIATE; SAVEPOINT a; ROLLBACK TO a; RELEASE a; COMMIT;
CREATE VIRTUAL TABLE search USING fts5(body, tokenize = 'porter ascii');
EXPLAIN QUERY PLAN SELECT 1;
VALUES (1), (2);
PRAGMA table_info(orders);
PRAGMA main.user_version;
ANALYZE orders; REINDEX orders_ix;
DROP TRIGGER busy_in; DROP VIEW IF EXISTS busy; DROP INDEX orders_ix; DROP TABLE IF EXISTS absent;
VACUUM
