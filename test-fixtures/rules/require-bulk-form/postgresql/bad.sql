-- sluice: batch size=1000

CREATE TABLE first (id integer PRIMARY KEY);
-- sluice: batch
INSERT INTO currencies (code, name) SELECT reference, status FROM orders;
-- sluice: batch size=many
DELETE FROM orders WHERE status = 'old';
-- sluice: batch speed=1
DELETE FROM orders WHERE status = 'old';
-- sluice: batch
DELETE FROM orders WHERE id IN (SELECT max(id) FROM orders);
-- sluice: batch
DELETE FROM orders WHERE placed_at < CURRENT_TIMESTAMP;
-- sluice: batch
UPDATE orders SET id = id + 1;
-- sluice: batch key=nothing
DELETE FROM orders WHERE status = 'old';
-- sluice: batch key=total
DELETE FROM orders WHERE status = 'old';
-- sluice: batch
-- sluice: batch size=5
DELETE FROM orders WHERE status = 'old';
-- sluice: batch
UPDATE orders SET status = 'x' FROM customers c WHERE c.id = customer_id;
-- sluice: batch
DELETE FROM orders WHERE status = 'old' RETURNING id;
-- sluice: online
ALTER TABLE orders ADD COLUMN a integer;
