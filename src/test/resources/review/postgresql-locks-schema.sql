-- What the statements of PostgresLocksTest find.
CREATE TABLE customers (id bigint PRIMARY KEY, name text, country text);
CREATE TABLE orders (
  id bigint PRIMARY KEY,
  customer_id bigint REFERENCES customers,
  total numeric(10, 2) NOT NULL,
  status varchar(20),
  reference text,
  placed_at timestamp with time zone,
  net numeric GENERATED ALWAYS AS (total / 1.19) STORED,
  CONSTRAINT orders_total CHECK (total >= 0),
  CONSTRAINT orders_reference CHECK (reference IS NOT NULL)
);
CREATE INDEX orders_status ON orders (status);
CREATE UNIQUE INDEX orders_ready ON orders (id, total);
CREATE UNIQUE INDEX orders_nullable ON orders (id, placed_at);
ALTER TABLE orders ADD CONSTRAINT orders_later CHECK (status > '') NOT VALID;
ALTER TABLE orders ADD CONSTRAINT orders_key FOREIGN KEY (customer_id) REFERENCES customers NOT VALID;
INSERT INTO customers SELECT n, 'c' || n, 'de' FROM generate_series(1, 200) n;
INSERT INTO orders SELECT n, n, n, 's', 'r' || n, now() FROM generate_series(1, 200) n;
CREATE TABLE lines (order_id bigint REFERENCES orders (id), position int);
INSERT INTO lines SELECT n, 1 FROM generate_series(1, 200) n;
CREATE UNLOGGED TABLE buffer (id bigint PRIMARY KEY);
INSERT INTO buffer SELECT n FROM generate_series(1, 200) n;
CREATE DOMAIN amount AS numeric;
CREATE TABLE invoices (id bigint NOT NULL, due amount);
INSERT INTO invoices SELECT n, n FROM generate_series(1, 200) n;
CREATE UNIQUE INDEX invoices_ready ON invoices (id);
CREATE TABLE events (id bigint NOT NULL, kind text) PARTITION BY LIST (id);
CREATE TABLE events_1 PARTITION OF events FOR VALUES IN (1);
INSERT INTO events SELECT 1, 'k' FROM generate_series(1, 200);
CREATE TABLE events_2 (id bigint NOT NULL, kind text);
INSERT INTO events_2 SELECT 2, 'k' FROM generate_series(1, 200);
CREATE TABLE events_3 (id bigint NOT NULL CHECK (id = 3), kind text);
INSERT INTO events_3 SELECT 3, 'k' FROM generate_series(1, 200);
CREATE TABLE visits (id bigint PRIMARY KEY, kind text);
CREATE TABLE visits_old () INHERITS (visits);
CREATE TABLE visits_new (id bigint PRIMARY KEY, kind text);
CREATE MATERIALIZED VIEW days AS SELECT placed_at::date AS day, id FROM orders;
CREATE UNIQUE INDEX days_id ON days (id);
CREATE VIEW open_orders AS SELECT id FROM orders;
CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TRIGGER orders_audit BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION audit();
CREATE RULE orders_rule AS ON DELETE TO buffer DO NOTHING;
CREATE POLICY orders_policy ON orders USING (true);
