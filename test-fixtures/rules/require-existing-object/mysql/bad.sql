DROP TABLE order_items;
ALTER TABLE ordres ADD COLUMN note text;
ALTER TABLE orders DROP COLUMN referense;
ALTER TABLE orders MODIFY totl decimal(12, 2);
CREATE INDEX customers_mail ON customers (mail);
DROP INDEX orders_placed ON orders;
CREATE VIEW late_orders AS SELECT o.id FROM orders o JOIN custmers c ON c.id = o.customer_id;
UPDATE orders o JOIN custmers c ON c.id = o.customer_id SET o.status = c.country;
