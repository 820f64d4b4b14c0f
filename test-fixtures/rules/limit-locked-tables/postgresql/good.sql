ALTER TABLE orders ADD COLUMN note text;
ALTER TABLE orders ADD COLUMN other text;
ALTER TABLE currencies ADD COLUMN note text;
ALTER TABLE customers ADD COLUMN note text;
CREATE TABLE payments (id bigint PRIMARY KEY, order_id bigint REFERENCES orders);
-- what runs alone ends the transaction
CREATE INDEX CONCURRENTLY invoices_order ON invoices (order_id);
ALTER TABLE invoices ADD COLUMN note text;
UPDATE orders SET note = 'x' WHERE id = 1;
