SELECT id FROM orders USE INDEX (orders_placed_at) WHERE id = 5;
