ALTER TABLE orders VALIDATE CONSTRAINT orders_status;
CREATE TABLE payments (id bigint PRIMARY KEY, amount numeric(10, 2));
ALTER TABLE payments ADD CONSTRAINT positive CHECK (amount > 0) NOT VALID;
ALTER TABLE payments VALIDATE CONSTRAINT positive;
ALTER TABLE orders ADD CONSTRAINT orders_total CHECK (total >= 0) NOT VALID;
-- what runs alone ends the transaction
CREATE INDEX CONCURRENTLY orders_total ON orders (total);
ALTER TABLE orders VALIDATE CONSTRAINT orders_total;
