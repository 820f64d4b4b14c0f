CREATE INDEX orders_reference ON orders USING btree (reference);
CREATE INDEX orders_day ON orders USING brin (placed_at);
CREATE INDEX orders_status ON orders (status);
ALTER TABLE orders ADD CONSTRAINT c UNIQUE USING INDEX orders_placed_at;
