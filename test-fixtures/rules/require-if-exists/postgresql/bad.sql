DROP VIEW open_orders;
CREATE INDEX customers_country ON customers (country);
CREATE TABLE regions (code varchar(3) PRIMARY KEY);
DROP INDEX orders_placed_at;
