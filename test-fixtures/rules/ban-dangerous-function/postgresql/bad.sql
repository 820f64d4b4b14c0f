SELECT pg_sleep(10);
SELECT pg_terminate_backend(pid) FROM pg_stat_activity;
UPDATE orders SET status = 'x' WHERE id = 5 AND pg_advisory_lock(1) IS NULL;
