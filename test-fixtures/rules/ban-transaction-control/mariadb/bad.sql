START TRANSACTION;
UPDATE orders SET status = 'closed' WHERE id = 1;
COMMIT;
