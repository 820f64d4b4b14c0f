CREATE TABLE t (id char(36) NOT NULL PRIMARY KEY);
CREATE TABLE u (id varchar(36) NOT NULL, n int, PRIMARY KEY (id, n));
