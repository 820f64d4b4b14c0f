ALTER SYSTEM SET work_mem = '1GB';
ALTER DATABASE shop SET search_path = shop, public;
ALTER ROLE app SET statement_timeout = '5s';
