DROP VIEW open_orders;
CREATE TABLE regions (code varchar(3) PRIMARY KEY);
