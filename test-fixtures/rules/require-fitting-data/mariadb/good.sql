-- nobody knows
CREATE UNIQUE INDEX currencies_name ON currencies (name);
-- the key is unique already
CREATE UNIQUE INDEX customers_id_name ON customers (id, name);
-- what it calls is not run
ALTER TABLE orders ADD CHECK (is_fine(total));
-- wider
ALTER TABLE orders MODIFY status varchar(40) NOT NULL;
-- filled before
UPDATE customers SET country = 'nl' WHERE country IS NULL;
ALTER TABLE customers MODIFY country varchar(40) NOT NULL;
