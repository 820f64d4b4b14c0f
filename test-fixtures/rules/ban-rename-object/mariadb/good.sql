ALTER EVENT tidy DISABLE;
ALTER TABLE orders RENAME INDEX orders_placed_at TO placed;
