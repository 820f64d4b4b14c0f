CREATE INDEX orders_placed_status ON orders (placed_at, status);
CREATE UNIQUE INDEX orders_reference ON orders (reference);
CREATE INDEX orders_open ON orders (placed_at) WHERE status = 'open';
CREATE INDEX orders_placed_brin ON orders USING brin (placed_at);
CREATE INDEX orders_placed_desc ON orders (placed_at DESC, id);
CREATE INDEX orders_reference_like ON orders (reference text_pattern_ops);
CREATE INDEX customers_name ON customers (name);
CREATE INDEX customers_name_2 ON customers (name, email);
