ALTER TABLE orders ALTER COLUMN customer_id SET NOT NULL;
-- A check that is not validated proves nothing.
ALTER TABLE customers ADD CONSTRAINT customers_country CHECK (country IS NOT NULL) NOT VALID;
ALTER TABLE customers ALTER COLUMN country SET NOT NULL;
-- Small tables are worth a note only.
ALTER TABLE currencies ALTER COLUMN name SET NOT NULL;
