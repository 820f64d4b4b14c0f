-- estimated: too many to count
UPDATE orders SET status = 'old' WHERE status = 'open';
-- counted, and copied from elsewhere
INSERT INTO customers (id, name) SELECT id + 1000000, name FROM customers WHERE country = 'nl';
-- batches that are too big
-- sluice: batch size=20000
DELETE FROM orders WHERE status = 'closed';
