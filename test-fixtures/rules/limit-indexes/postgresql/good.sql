CREATE INDEX orders_status ON orders (status);
DROP INDEX orders_placed_at;
CREATE INDEX orders_total ON orders (total);
