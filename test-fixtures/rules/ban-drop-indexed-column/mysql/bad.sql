ALTER TABLE orders ADD INDEX by_status (status, total, placed_at);
ALTER TABLE orders DROP COLUMN total;
