ALTER TABLE orders DROP CONSTRAINT orders_customer, DROP CONSTRAINT IF EXISTS orders_total;
ALTER TABLE customers DROP CONSTRAINT customers_email_key;
DROP INDEX customers_name;
