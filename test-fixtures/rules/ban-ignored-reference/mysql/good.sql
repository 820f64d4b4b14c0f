CREATE TABLE parcels (id bigint PRIMARY KEY, order_id bigint, FOREIGN KEY (order_id) REFERENCES orders (id));
ALTER TABLE orders ADD COLUMN currency varchar(3), ADD CONSTRAINT of_currency FOREIGN KEY (currency) REFERENCES currencies (code);
