CREATE TABLE payments (
  order_id bigint NOT NULL,
  amount numeric(10, 2) NOT NULL
);
CREATE TABLE payment_log AS SELECT id, total FROM orders;
