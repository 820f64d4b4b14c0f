CREATE INDEX idx_orders_status ON orders (status);
CREATE UNIQUE INDEX uk_orders_customer_id ON orders (customer_id);
