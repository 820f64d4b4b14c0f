ALTER TABLE orders ADD COLUMN note text;
ALTER TABLE orders ADD COLUMN size integer;
ALTER TABLE orders DROP COLUMN reference, ADD COLUMN weight integer;
