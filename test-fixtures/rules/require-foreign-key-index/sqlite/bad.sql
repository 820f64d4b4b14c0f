CREATE TABLE payments (
  id INTEGER PRIMARY KEY,
  order_id INTEGER REFERENCES orders (id),
  currency TEXT,
  FOREIGN KEY (currency) REFERENCES currencies (code)
);
ALTER TABLE customers ADD COLUMN currency TEXT REFERENCES currencies (code);
