CREATE TABLE payments (
  id bigint PRIMARY KEY,
  order_id bigint(20),
  currency varchar(8),
  FOREIGN KEY (order_id) REFERENCES orders (id),
  FOREIGN KEY (currency) REFERENCES currencies (code)
);
