CREATE INDEX CONCURRENTLY orders_status ON orders (status);
CREATE TABLE payments (id bigint PRIMARY KEY, order_id bigint);
CREATE INDEX payments_order ON payments (order_id);
