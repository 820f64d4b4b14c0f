CREATE INDEX orders_status ON orders (status);
CREATE UNIQUE INDEX IF NOT EXISTS customers_email ON customers (lower(email));
-- Small tables are worth a note only.
CREATE INDEX currencies_name ON currencies (name);
