CREATE INDEX narrow ON orders (placed_at, status, total, customer_id, id);
