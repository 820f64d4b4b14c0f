CREATE INDEX orders_reference ON orders USING hash (reference);
