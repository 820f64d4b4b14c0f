-- sluice: batch size=1000 pause=100ms max_lag=5s
UPDATE orders SET status = 'old', reference = (SELECT max(name) FROM customers) WHERE status = 'open';
-- sluice: batch
DELETE FROM customers WHERE country = 'nl';
-- sluice: batch key=placed_at
DELETE FROM orders WHERE status = 'old';
-- sluice: online
ALTER TABLE orders ADD COLUMN a integer;
