ALTER TABLE customers ADD CONSTRAINT customers_email_key UNIQUE (email);
CREATE UNIQUE INDEX CONCURRENTLY customers_name
  ON customers (lower(name), country) WHERE country IS NOT NULL;
-- a primary key needs values too
ALTER TABLE customers DROP CONSTRAINT customers_pkey, ADD PRIMARY KEY (email);
ALTER TABLE customers ALTER COLUMN country SET NOT NULL;
ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers;
ALTER TABLE "public"."orders" ADD CHECK (total >= 0);
ALTER TABLE orders
  ALTER COLUMN status TYPE varchar(8),
  ALTER COLUMN total TYPE numeric(6, 2);
