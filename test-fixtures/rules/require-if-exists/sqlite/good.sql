DROP VIEW IF EXISTS open_orders;
CREATE INDEX IF NOT EXISTS customers_country ON customers (country);
CREATE TABLE IF NOT EXISTS regions (code varchar(3) PRIMARY KEY);
CREATE TABLE order_copy AS SELECT id FROM orders;
