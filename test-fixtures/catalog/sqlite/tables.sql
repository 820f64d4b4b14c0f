CREATE TABLE customers (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  Name VARCHAR(200) DEFAULT 'x',
  balance REAL CHECK (balance >= 0),
  UNIQUE (name, email)
);
CREATE TABLE orders (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customers,
  total NUMERIC(10, 2),
  tax GENERATED ALWAYS AS (total * 0.2) STORED,
  CONSTRAINT positive CHECK (total > 0)
);
CREATE TABLE lines (
  order_id INT,
  line INT,
  PRIMARY KEY (order_id, line),
  FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE
);
CREATE TABLE codes (code TEXT NOT NULL PRIMARY KEY, label) WITHOUT ROWID;
CREATE TABLE orders (id int);
CREATE TABLE IF NOT EXISTS orders (id int);
CREATE TABLE twice (a int, A int);
ALTER TABLE customers RENAME TO clients;
ALTER TABLE customers ADD COLUMN a;
ALTER TABLE clients ADD COLUMN note TEXT;
ALTER TABLE clients ADD COLUMN note TEXT;
ALTER TABLE orders ADD COLUMN client2 INTEGER REFERENCES clients (id);
ALTER TABLE clients RENAME COLUMN note TO remark;
ALTER TABLE clients RENAME COLUMN note TO remark2;
ALTER TABLE clients DROP COLUMN remark;
ALTER TABLE clients DROP COLUMN nothing;
CREATE INDEX clients_name ON clients (name COLLATE NOCASE, balance DESC);
CREATE INDEX clients_name ON clients (name);
CREATE INDEX IF NOT EXISTS clients_name ON clients (name);
CREATE UNIQUE INDEX lower_email ON clients (lower(email)) WHERE balance > 0;
CREATE INDEX x ON nothing (a);
CREATE INDEX x ON clients (nothing);
DROP INDEX clients_name;
DROP INDEX clients_name;
DROP INDEX IF EXISTS clients_name;
CREATE VIEW v AS SELECT * FROM clients;
CREATE VIEW v AS SELECT 1;
DROP VIEW v;
DROP VIEW v;
INSERT INTO clients (email, name) VALUES ('a', 'b');
INSERT INTO clients (emial) VALUES ('a');
INSERT INTO clints (email) VALUES ('a');
UPDATE clients SET nme = 1;
UPDATE clients SET rowid = 5 WHERE rowid = 1;
DELETE FROM sqlite_sequence WHERE name = 'orders';
DROP TABLE not_there;
DROP TABLE IF EXISTS not_there;
DROP TABLE codes;
CREATE TABLE codes (code TEXT, PRIMARY KEY (code));
CREATE VIRTUAL TABLE search USING fts5(body);
INSERT INTO search (body) VALUES ('x');
