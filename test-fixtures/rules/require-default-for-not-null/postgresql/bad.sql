ALTER TABLE orders ADD COLUMN channel text NOT NULL;
ALTER TABLE customers
  ADD COLUMN region text,
  ADD COLUMN segment text DEFAULT NULL NOT NULL;
