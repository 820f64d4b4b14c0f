CREATE TABLE t (id bigint PRIMARY KEY, a datetime DEFAULT now(), b datetime DEFAULT CURRENT_TIMESTAMP, c datetime);
