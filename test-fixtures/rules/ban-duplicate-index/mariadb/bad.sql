CREATE INDEX orders_placed_again ON orders (placed_at);
ALTER TABLE orders ADD INDEX by_id (id), ADD KEY by_status (status);
ALTER TABLE orders ADD INDEX by_status_again (status);
CREATE TABLE payments (
  id bigint PRIMARY KEY,
  order_id bigint,
  KEY by_order (order_id),
  KEY by_order_again (order_id)
);
