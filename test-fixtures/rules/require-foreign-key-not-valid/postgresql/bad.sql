ALTER TABLE orders ADD CONSTRAINT orders_customer FOREIGN KEY (customer_id) REFERENCES customers (id);
ALTER TABLE orders ADD COLUMN currency varchar(3) DEFAULT 'EUR' REFERENCES currencies (code);
ALTER TABLE currencies ADD COLUMN issuer bigint DEFAULT 1 REFERENCES customers;
