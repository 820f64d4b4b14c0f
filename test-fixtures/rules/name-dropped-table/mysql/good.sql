ALTER TABLE currencies RENAME TO currencies_del;
DROP TABLE currencies_del;
CREATE TABLE t (id bigint PRIMARY KEY);
DROP TABLE t;
