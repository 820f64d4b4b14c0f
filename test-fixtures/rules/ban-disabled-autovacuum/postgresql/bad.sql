ALTER TABLE orders SET (fillfactor = 80, autovacuum_enabled = false);
ALTER TABLE "customers" SET (autovacuum_enabled = 'off'), ADD COLUMN note text;
