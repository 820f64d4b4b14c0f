SET @old = @@foreign_key_checks, foreign_key_checks = 0;
SET sql_mode = 'STRICT_TRANS_TABLES';
UPDATE orders SET status = 'x' WHERE id = 1;
SET FOREIGN_KEY_CHECKS = @old;
