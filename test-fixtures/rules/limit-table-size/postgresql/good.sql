ALTER TABLE customers ALTER COLUMN id TYPE numeric;
ALTER TABLE orders ADD COLUMN note text;
