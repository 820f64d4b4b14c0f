CREATE TABLE payments (id bigint PRIMARY KEY, paid_at timestamp, seen_at timestamp without time zone NOT NULL, rough_at timestamp(0));
ALTER TABLE orders ADD COLUMN shipped_at timestamp;
