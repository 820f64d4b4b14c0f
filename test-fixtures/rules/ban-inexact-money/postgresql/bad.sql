ALTER TABLE orders ADD COLUMN price double precision, ADD COLUMN shipping_cost real, ADD COLUMN paid money;
