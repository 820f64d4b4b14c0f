ALTER TABLE orders ADD COLUMN channel text NOT NULL DEFAULT 'now(random)';
ALTER TABLE orders ADD COLUMN updated_at timestamptz DEFAULT now();
ALTER TABLE orders ADD COLUMN rate numeric(4, 2) DEFAULT 1.5::numeric(4, 2);
ALTER TABLE orders ADD COLUMN token uuid;
ALTER TABLE orders ALTER COLUMN token SET DEFAULT gen_random_uuid();
CREATE TABLE payments (id bigint PRIMARY KEY);
ALTER TABLE payments ADD COLUMN token uuid DEFAULT gen_random_uuid();
CREATE TABLE order_totals AS SELECT id AS order_id, total FROM orders;
ALTER TABLE order_totals ADD COLUMN mark double precision DEFAULT random();
