CREATE TABLE customers (
  id bigserial PRIMARY KEY,
  email text NOT NULL UNIQUE,
  name varchar(200),
  "Mixed Case" int4,
  created_at timestamptz NOT NULL DEFAULT now(),
  balance decimal(10, 2) DEFAULT 0 CHECK (balance >= 0),
  tags text[],
  state char(1) CONSTRAINT known_state CHECK (state IN ('a', 'b')),
  CHECK (length(email) > 3),
  CHECK (created_at > '2000-01-01' OR balance IS NULL)
);
CREATE TABLE orders (
  id bigint GENERATED ALWAYS AS IDENTITY,
  customer_id bigint NOT NULL REFERENCES customers,
  number int NOT NULL,
  total numeric,
  tax numeric GENERATED ALWAYS AS (total * 0.2) STORED,
  PRIMARY KEY (id),
  UNIQUE (customer_id, number),
  CONSTRAINT positive CHECK (total > 0)
);
CREATE TABLE orders (id int);
CREATE TABLE IF NOT EXISTS orders (id int);
CREATE TABLE public.notes (id int, body text);
CREATE TABLE missing.notes (id int);
CREATE TABLE lines (order_id bigint REFERENCES orders (id), product int REFERENCES products (id));
CREATE TABLE lines (order_id bigint REFERENCES orders (nummer));
CREATE TABLE lines (order_id bigint, line int, PRIMARY KEY (order_id, lin));
CREATE TABLE lines (order_id bigint, line int, order_id text);
CREATE TABLE lines (
  order_id bigint REFERENCES orders (id) ON DELETE CASCADE,
  line int,
  parent_order bigint,
  parent_line int,
  PRIMARY KEY (order_id, line),
  FOREIGN KEY (parent_order, parent_line) REFERENCES lines
);
ALTER TABLE notes RENAME TO remarks;
ALTER TABLE notes ADD COLUMN a int;
ALTER TABLE remarks RENAME TO lines;
ALTER TABLE customers RENAME TO clients;
INSERT INTO clients (email, nme) VALUES ('a@example.com', 'A');
INSERT INTO clients (email, name) VALUES ('a@example.com', 'A');
INSERT INTO customers (email) VALUES ('b@example.com');
UPDATE clients SET nam = 'B' WHERE id = 1;
UPDATE clients SET name = 'B' WHERE id = 1;
DELETE FROM client WHERE id = 7;
DROP TABLE nothing;
DROP TABLE IF EXISTS nothing;
DROP TABLE remarks;
DROP TABLE remarks;
CREATE TABLE remarks (id int PRIMARY KEY);
DROP TABLE clients CASCADE;
CREATE TABLE a_very_long_table_name_that_leaves_little_room_for_columns (
  a_rather_long_column_name_as_well int UNIQUE,
  b int CHECK (b > 0),
  c int REFERENCES remarks (id)
);
CREATE SCHEMA app;
CREATE TABLE app.orders (id int PRIMARY KEY, order_id bigint REFERENCES orders (id));
ALTER TABLE app.orders ADD UNIQUE (order_id);
TRUNCATE app.orders;
TRUNCATE app.order;
