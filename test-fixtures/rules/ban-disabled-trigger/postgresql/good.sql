ALTER TABLE orders DISABLE TRIGGER orders_audit;
UPDATE orders SET status = 'open' WHERE id = 1;
ALTER TABLE orders ENABLE ALWAYS TRIGGER orders_audit;
CREATE TABLE payments (id bigint PRIMARY KEY);
ALTER TABLE payments DISABLE TRIGGER ALL;
ALTER TABLE orders DISABLE RULE r;
