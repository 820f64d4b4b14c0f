ALTER TABLE orders DROP CONSTRAINT orders_total, ADD CONSTRAINT orders_total CHECK (total >= 0) NOT VALID;
ALTER TABLE orders DROP CONSTRAINT orders_total_nn;
CREATE UNIQUE INDEX CONCURRENTLY customers_mail ON customers (email);
ALTER TABLE customers DROP CONSTRAINT customers_email_key;
DROP INDEX customers_both;
DROP INDEX customers_id_name;
CREATE TABLE regions (code varchar(3) CONSTRAINT regions_code UNIQUE);
ALTER TABLE regions DROP CONSTRAINT regions_code;
