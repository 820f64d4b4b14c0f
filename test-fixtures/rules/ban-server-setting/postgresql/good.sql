SET statement_timeout = '5s';
SET LOCAL lock_timeout = '1s';
ALTER ROLE app CONNECTION LIMIT 5;
ALTER DATABASE shop OWNER TO app;
