CREATE TABLE copy AS SELECT id, total FROM orders;
