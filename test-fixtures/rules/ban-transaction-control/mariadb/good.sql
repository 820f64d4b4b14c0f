SAVEPOINT before_update;
UPDATE orders SET status = 'closed' WHERE id = 1;
ROLLBACK TO SAVEPOINT before_update;
