-- no duplicates
CREATE UNIQUE INDEX CONCURRENTLY orders_reference ON orders (reference);
-- nobody knows
CREATE UNIQUE INDEX CONCURRENTLY currencies_name ON currencies (name);
-- rows that are there are not checked yet
ALTER TABLE orders ADD CHECK (total >= 0) NOT VALID;
ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers NOT VALID;
-- the key is unique already
CREATE UNIQUE INDEX CONCURRENTLY customers_id_name ON customers (id, name);
-- wider
ALTER TABLE orders ALTER COLUMN status TYPE varchar(40);
-- an expression decides what becomes of the values
ALTER TABLE orders ALTER COLUMN total TYPE numeric(6, 2) USING least(total, 9999);
-- what it calls is not run
ALTER TABLE orders ADD CHECK (is_fine(total));
-- new
CREATE TABLE payments (id bigint PRIMARY KEY, note text);
CREATE UNIQUE INDEX payments_note ON payments (note);
ALTER TABLE customers ADD COLUMN code text;
CREATE UNIQUE INDEX CONCURRENTLY customers_code ON customers (code);
-- filled before
UPDATE customers SET country = 'nl' WHERE country IS NULL;
ALTER TABLE customers ALTER COLUMN country SET NOT NULL;
