UPDATE orders SET status = 'sleep(5)' WHERE id = length('pg_sleep');
