CREATE TABLE t (id bigint PRIMARY KEY, a varchar(3000), b varchar(1500));
