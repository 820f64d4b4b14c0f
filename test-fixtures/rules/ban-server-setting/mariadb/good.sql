SET SESSION lock_wait_timeout = 5;
SET @x = 5, sort_buffer_size = 1000;
SET NAMES utf8mb4;
