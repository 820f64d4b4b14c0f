SET session_replication_role = replica;
UPDATE orders SET status = 'x' WHERE id = 1;
SET search_path = billing, public;
SET SESSION row_security = off;
