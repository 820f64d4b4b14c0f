DROP TABLE order_items;
ALTER TABLE ordres ADD COLUMN note text;
ALTER TABLE orders DROP COLUMN totl;
CREATE INDEX customers_mail ON customers (mail);
CREATE VIEW late_orders AS SELECT o.id FROM orders o JOIN custmers c ON c.id = o.customer_id;
UPDATE orders SET status = 'late' WHERE place_at < date('now');
SELECT o.id, c.mail FROM orders o JOIN customers AS c ON c.id = o.custmer_id;
