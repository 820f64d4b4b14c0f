CREATE INDEX by_reference ON orders (status, reference(100));
ALTER TABLE orders ADD FULLTEXT INDEX words (reference);
CREATE TABLE t (id bigint PRIMARY KEY, body longtext, KEY one (body(20)));
