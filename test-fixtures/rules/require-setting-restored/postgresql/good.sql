SET LOCAL session_replication_role = replica;
SET session_replication_role = 'replica';
UPDATE orders SET status = 'x' WHERE id = 1;
RESET session_replication_role;
