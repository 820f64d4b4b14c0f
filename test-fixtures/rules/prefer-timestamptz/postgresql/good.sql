CREATE TABLE payments (id bigint PRIMARY KEY, paid_at timestamptz, day date);
ALTER TABLE orders ADD COLUMN shipped_at timestamp with time zone;
CREATE TEMP TABLE scratch (at timestamp);
