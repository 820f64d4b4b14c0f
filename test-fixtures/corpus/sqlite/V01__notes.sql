CREATE TABLE notes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  order_id INTEGER NOT NULL REFERENCES orders (id),
  body TEXT NOT NULL,
  createdAt TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX notes_order ON notes (order_id);

CREATE TRIGGER notes_touch AFTER INSERT ON notes
BEGIN
  UPDATE orders SET status = 'noted' WHERE id = NEW.order_id;
END;
