CREATE INDEX by_reference ON orders (status, reference);
CREATE TABLE t (id bigint PRIMARY KEY, body longtext, UNIQUE KEY one (body));
