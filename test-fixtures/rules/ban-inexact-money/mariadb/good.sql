ALTER TABLE orders ADD COLUMN price decimal(12, 2), ADD COLUMN weight double;
