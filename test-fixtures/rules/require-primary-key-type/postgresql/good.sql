CREATE TABLE a (id bigint PRIMARY KEY, note varchar(20));
CREATE TABLE b (id uuid PRIMARY KEY);
CREATE TEMP TABLE c (code text PRIMARY KEY);
