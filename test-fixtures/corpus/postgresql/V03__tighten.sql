ALTER TABLE orders ADD CONSTRAINT orders_customer_fk
  FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE RESTRICT;
ALTER TABLE orders ALTER COLUMN customer_id SET NOT NULL;
ALTER TABLE customers ADD CONSTRAINT customers_email_form CHECK (email LIKE '%@%') NOT VALID;
ALTER TABLE customers VALIDATE CONSTRAINT customers_email_form;
ALTER TABLE currencies ALTER COLUMN name SET NOT NULL;
