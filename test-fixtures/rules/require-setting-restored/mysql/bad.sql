SET FOREIGN_KEY_CHECKS = 0;
SET SESSION unique_checks = OFF, @@session.sql_mode = '';
SET sql_log_bin = 0;
UPDATE orders SET status = 'x' WHERE id = 1;
SET sql_log_bin = 1;
