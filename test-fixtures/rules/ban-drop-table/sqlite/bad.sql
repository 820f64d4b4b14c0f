DROP TABLE currencies;

-- Copying a table is SQLite's way to alter it: a warning only.
CREATE TABLE orders_new (id INTEGER PRIMARY KEY, total NUMERIC NOT NULL);
INSERT INTO orders_new (id, total) SELECT id, total FROM orders;
DROP TABLE orders;
ALTER TABLE orders_new RENAME TO orders;
