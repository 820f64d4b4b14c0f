ALTER TABLE orders ADD CONSTRAINT orders_reference CHECK (reference IS NOT NULL) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT orders_reference;
ALTER TABLE orders ALTER COLUMN reference SET NOT NULL;
ALTER TABLE orders ALTER COLUMN status SET NOT NULL;
CREATE TABLE payments (id bigint PRIMARY KEY, amount numeric);
ALTER TABLE payments ALTER COLUMN amount SET NOT NULL;
CREATE TABLE order_totals AS SELECT id AS order_id, total FROM orders;
ALTER TABLE order_totals ALTER COLUMN total SET NOT NULL;
