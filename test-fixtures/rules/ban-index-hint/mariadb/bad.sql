SELECT id FROM orders FORCE INDEX (orders_placed_at) WHERE id = 5;
SELECT o.id FROM orders o STRAIGHT_JOIN customers c ON c.id = o.customer_id;
