CREATE TABLE parcels (id bigint PRIMARY KEY, order_id bigint REFERENCES orders (id), van bigint NOT NULL REFERENCES `customers` (id) ON DELETE CASCADE);
ALTER TABLE orders ADD COLUMN currency varchar(3) REFERENCES currencies (code);
