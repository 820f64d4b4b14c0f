ALTER TABLE orders ADD COLUMN body xml, ADD COLUMN small int2, ADD COLUMN n smallint;
