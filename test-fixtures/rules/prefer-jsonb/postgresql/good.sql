ALTER TABLE orders ADD COLUMN details jsonb;
ALTER TABLE orders ADD COLUMN json text;
