CREATE INDEX orders_placed_status ON orders (placed_at, status);
CREATE INDEX orders_open ON orders (placed_at) WHERE status = 'open';
CREATE UNIQUE INDEX customers_email ON customers (email);
