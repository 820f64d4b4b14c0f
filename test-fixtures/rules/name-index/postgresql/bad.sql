CREATE INDEX by_status ON orders (status);
CREATE UNIQUE INDEX "Reference" ON orders (reference, id);
CREATE TABLE t (id bigint, CONSTRAINT primary_of_t PRIMARY KEY (id));
