SET lock_timeout = 0;
SET LOCAL lock_timeout TO '5min';
SET SESSION lock_timeout = 60000;
RESET lock_timeout;
SET lock_timeout TO DEFAULT;
RESET ALL;
