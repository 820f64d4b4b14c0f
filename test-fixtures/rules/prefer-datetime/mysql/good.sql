ALTER TABLE orders ADD COLUMN seen_at datetime(3);
