CREATE TEMP TABLE visits (id bigint PRIMARY KEY);
CREATE TABLE unlogged_visits (unlogged boolean, id bigint PRIMARY KEY);
ALTER TABLE orders SET LOGGED;
-- The rewrite is the greater evil, and ban-table-rewrite tells both.
ALTER TABLE orders SET UNLOGGED;
