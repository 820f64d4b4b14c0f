CREATE TABLE payments (
  id INTEGER PRIMARY KEY,
  order_id INTEGER REFERENCES orders (id),
  currency TEXT UNIQUE REFERENCES currencies (code)
);
CREATE INDEX payments_order ON payments (order_id);
