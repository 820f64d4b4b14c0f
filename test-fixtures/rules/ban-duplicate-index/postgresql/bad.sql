CREATE INDEX orders_placed_again ON orders (placed_at);
CREATE INDEX CONCURRENTLY orders_by_id ON public.orders (id);
CREATE INDEX orders_status ON orders (status, customer_id);
CREATE INDEX orders_only_status ON orders (status);
ALTER TABLE customers ADD CONSTRAINT customers_id_key UNIQUE (id);
CREATE TABLE payments (id bigint PRIMARY KEY, order_id bigint, UNIQUE (id));
