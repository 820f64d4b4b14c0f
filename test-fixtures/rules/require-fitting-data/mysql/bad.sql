ALTER TABLE customers ADD UNIQUE KEY customers_email (email);
CREATE UNIQUE INDEX customers_name ON `customers` (name);
ALTER TABLE customers MODIFY country varchar(40) NOT NULL, ADD INDEX (country);
ALTER TABLE orders ADD CONSTRAINT orders_customer FOREIGN KEY (customer_id) REFERENCES customers (id);
ALTER TABLE orders ADD CHECK (total >= 0);
ALTER TABLE orders MODIFY status varchar(8) NOT NULL, MODIFY total decimal(6, 2) NOT NULL;
