DROP TABLE order_items;
ALTER TABLE ordres ADD COLUMN note text;
ALTER TABLE orders DROP COLUMN totl;
CREATE INDEX customers_mail ON customers (mail);
CREATE VIEW late_orders AS SELECT o.id FROM orders o JOIN custmers c ON c.id = o.customer_id;
