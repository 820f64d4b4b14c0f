ALTER TABLE orders ADD CONSTRAINT orders_total CHECK (total >= 0) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT orders_total;
ALTER TABLE customers ADD CHECK (name > '') NOT VALID, VALIDATE CONSTRAINT customers_name_check;
ALTER TABLE currencies ADD CONSTRAINT named CHECK (name > '') NOT VALID;
ALTER TABLE public.currencies VALIDATE CONSTRAINT named;
ALTER TABLE orders ADD CONSTRAINT orders_customer FOREIGN KEY (customer_id) REFERENCES customers NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT orders_customer;
