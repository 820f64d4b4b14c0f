TRUNCATE customers, currencies CASCADE;
ALTER TABLE customers DROP COLUMN email CASCADE, DROP CONSTRAINT customers_pkey CASCADE;
DROP TABLE IF EXISTS currencies, customers CASCADE;
DROP VIEW open_orders CASCADE;
DROP TYPE mood CASCADE;
