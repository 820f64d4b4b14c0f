ALTER TABLE orders ADD COLUMN price numeric(12, 2), ADD COLUMN weight double precision, ADD COLUMN priceless real;
