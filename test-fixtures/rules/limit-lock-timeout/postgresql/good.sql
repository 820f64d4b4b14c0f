SET lock_timeout = '2s';
SET LOCAL lock_timeout = 3000;
SET LOCAL lock_timeout = '10s';
SET statement_timeout = 0;
RESET statement_timeout;
