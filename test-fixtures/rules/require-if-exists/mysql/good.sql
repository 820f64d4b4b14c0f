DROP VIEW IF EXISTS open_orders;
ALTER TABLE customers ADD INDEX customers_country (country);
CREATE OR REPLACE VIEW closed_orders AS SELECT id FROM orders;
CREATE TABLE IF NOT EXISTS regions (code varchar(3) PRIMARY KEY);
