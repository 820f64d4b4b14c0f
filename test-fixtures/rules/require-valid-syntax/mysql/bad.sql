CREATE TABEL payments (id int);
SELECT 1;
INSERT INTO orders (id VALUES (1);
CREATE TABLE t (order int);
CREATE INDEX CONCURRENTLY by_status ON orders (status);
INSERT INTO currencies (code) VALUES ('EUR') ON CONFLICT DO NOTHING;
ALTER TABLE orders ALTER COLUMN status TYPE text;
