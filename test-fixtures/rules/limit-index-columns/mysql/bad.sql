CREATE INDEX wide ON orders (placed_at, status, total, customer_id, id, kind);
ALTER TABLE orders ADD UNIQUE KEY wider (placed_at, status, total, customer_id, id, kind);
