CREATE UNIQUE INDEX customers_email ON customers (email);
CREATE UNIQUE INDEX customers_name ON "customers" (lower(name), country) WHERE country IS NOT NULL;
