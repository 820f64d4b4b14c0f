DELETE FROM customers WHERE id = 1;
CREATE INDEX orders_day ON orders (day_of(placed_at));
