SELECT SLEEP(10);
SELECT GET_LOCK('x', 10);
UPDATE orders SET status = 'x' WHERE id = 5 AND sleep(1) = 0;
