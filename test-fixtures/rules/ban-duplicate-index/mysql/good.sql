CREATE INDEX orders_placed_status ON orders (placed_at, status);
DROP INDEX orders_placed_at ON orders;
ALTER TABLE customers ADD UNIQUE KEY customers_email (email);
ALTER TABLE customers ADD INDEX customers_name (name);
ALTER TABLE customers ADD FULLTEXT INDEX customers_text (name);
CREATE TABLE payments (
  id bigint PRIMARY KEY,
  order_id bigint,
  KEY by_order (order_id),
  UNIQUE KEY one_per_order (order_id)
);
