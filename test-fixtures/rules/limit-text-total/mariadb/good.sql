CREATE TABLE t (id bigint PRIMARY KEY, a varchar(3000), b text);
CREATE TEMPORARY TABLE s (a varchar(5000));
