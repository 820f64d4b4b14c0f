PRAGMA foreign_keys = OFF;
ALTER TABLE orders ADD COLUMN closed_at TEXT;
ALTER TABLE orders ADD COLUMN closed_by TEXT NOT NULL;
UPDATE orders SET closed_at = placed_at;
ALTER TABLE ordrs DROP COLUMN status;
