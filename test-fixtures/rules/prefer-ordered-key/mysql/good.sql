CREATE TABLE t (id binary(16) NOT NULL PRIMARY KEY, other char(36));
CREATE TABLE u (n bigint, id char(36), PRIMARY KEY (n, id));
