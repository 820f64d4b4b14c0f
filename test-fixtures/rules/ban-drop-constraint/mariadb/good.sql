ALTER TABLE orders DROP FOREIGN KEY orders_customer, ADD CONSTRAINT orders_customer_2 FOREIGN KEY (customer_id) REFERENCES customers (id);
ALTER TABLE customers DROP INDEX customers_email, ADD UNIQUE KEY customers_mail (email);
DROP INDEX orders_total ON orders;
