ALTER TABLE orders ADD INDEX by_status (status);
DROP INDEX orders_placed_at ON orders;
ALTER TABLE orders ADD INDEX by_total (total);
