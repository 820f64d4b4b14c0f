SET session_replication_role = replica;
UPDATE orders SET status = 'x' WHERE id = 1;
