CREATE UNIQUE INDEX CONCURRENTLY orders_reference_key ON orders (reference);
ALTER TABLE orders ADD CONSTRAINT orders_reference_key UNIQUE USING INDEX orders_reference_key;
ALTER TABLE events ADD CONSTRAINT events_pk PRIMARY KEY USING INDEX events_id;
CREATE TABLE payments (id bigint PRIMARY KEY, reference text UNIQUE);
ALTER TABLE payments ADD UNIQUE (id, reference);
ALTER TABLE payments ADD COLUMN code text UNIQUE;
CREATE TEMP TABLE scratch (id bigint);
ALTER TABLE scratch ADD PRIMARY KEY (id);
ALTER TABLE orders ADD COLUMN IF NOT EXISTS reference text UNIQUE;
-- the sequence rewrites the table, which another rule tells
ALTER TABLE customers ADD COLUMN number serial UNIQUE;
