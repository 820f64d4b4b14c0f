ALTER TABLE orders ADD CONSTRAINT orders_total_positive CHECK (total > 0) NOT VALID;
CREATE TABLE payments (id bigint PRIMARY KEY, amount numeric);
ALTER TABLE payments ADD CHECK (amount > 0);
