CREATE INDEX orders_placed_again ON orders (placed_at);
CREATE INDEX orders_status ON orders (status, customer_id);
CREATE INDEX orders_only_status ON orders (status);
