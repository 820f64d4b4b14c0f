ALTER TABLE orders ADD CONSTRAINT orders_total_positive CHECK (total > 0) NOT VALID;
CREATE TABLE payments (id bigint PRIMARY KEY, amount numeric);
ALTER TABLE payments ADD CHECK (amount > 0);
CREATE TABLE order_totals AS SELECT id AS order_id, total FROM orders;
ALTER TABLE order_totals ADD CONSTRAINT order_totals_check CHECK (total >= 0);
-- the default rewrites the table, which another rule tells
ALTER TABLE orders ADD COLUMN token uuid DEFAULT gen_random_uuid() CHECK (token IS NOT NULL);
