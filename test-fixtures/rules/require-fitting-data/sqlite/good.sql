-- nobody knows
CREATE UNIQUE INDEX currencies_name ON currencies (name);
CREATE INDEX customers_country ON customers (email);
-- made by this change
CREATE TABLE payments (id INTEGER PRIMARY KEY, note TEXT);
CREATE UNIQUE INDEX payments_note ON payments (note);
-- changed before
DELETE FROM customers WHERE email IS NULL;
CREATE UNIQUE INDEX customers_email ON customers (email);
