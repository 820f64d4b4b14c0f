SELECT id FROM orders WHERE id = 5;
DROP INDEX orders_placed_at ON orders;
