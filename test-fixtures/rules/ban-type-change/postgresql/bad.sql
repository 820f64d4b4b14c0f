ALTER TABLE orders ALTER COLUMN status TYPE text;
ALTER TABLE orders ALTER COLUMN id SET DATA TYPE numeric USING id::numeric;
