CREATE INDEX orders_status ON orders (status);
CREATE INDEX orders_total ON orders (total);
CREATE INDEX orders_customer ON orders (customer_id);
