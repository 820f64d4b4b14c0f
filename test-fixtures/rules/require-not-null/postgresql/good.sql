CREATE TABLE payments (id bigint PRIMARY KEY, amount numeric NOT NULL, n bigserial, deleted_at timestamptz);
ALTER TABLE orders ADD COLUMN size text NOT NULL DEFAULT 'm';
