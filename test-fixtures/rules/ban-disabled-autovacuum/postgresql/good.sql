ALTER TABLE orders SET (autovacuum_enabled = false);
UPDATE orders SET status = 'open' WHERE id = 1;
ALTER TABLE orders SET (autovacuum_enabled = true);
ALTER TABLE customers SET (autovacuum_enabled = off);
ALTER TABLE customers RESET (autovacuum_enabled);
ALTER TABLE orders SET (autovacuum_vacuum_scale_factor = 0.01);
