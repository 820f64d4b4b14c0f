CREATE TABLE events (id bigint PRIMARY KEY, at timestamptz);
SELECT id, row_number() OVER (PARTITION BY status) FROM orders;
