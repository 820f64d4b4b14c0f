DROP TABLE order_items;
ALTER TABLE ordres ADD COLUMN note text;
ALTER TABLE orders DROP COLUMN totl;
CREATE INDEX customers_mail ON customers (mail);
