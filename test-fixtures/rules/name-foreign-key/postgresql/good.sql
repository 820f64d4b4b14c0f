ALTER TABLE orders ADD CONSTRAINT fk_orders_customer_id_customers_id FOREIGN KEY (customer_id) REFERENCES customers (id) NOT VALID;
CREATE TABLE p (id bigint PRIMARY KEY, order_id bigint REFERENCES orders);
