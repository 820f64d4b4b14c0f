CREATE INDEX idx_orders_status ON orders (status);
ALTER TABLE orders ADD UNIQUE KEY uk_orders_placed_at (placed_at), ADD KEY (total);
