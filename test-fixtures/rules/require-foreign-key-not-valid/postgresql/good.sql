ALTER TABLE orders ADD CONSTRAINT orders_customer FOREIGN KEY (customer_id) REFERENCES customers (id) NOT VALID;
ALTER TABLE orders VALIDATE CONSTRAINT orders_customer;
ALTER TABLE orders ADD COLUMN currency varchar(3) REFERENCES currencies (code);
CREATE TABLE payments (id bigint PRIMARY KEY, order_id bigint);
ALTER TABLE payments ADD FOREIGN KEY (order_id) REFERENCES orders (id);
