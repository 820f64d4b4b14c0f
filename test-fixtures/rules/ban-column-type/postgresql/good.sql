ALTER TABLE orders ADD COLUMN body text, ADD COLUMN n integer;
