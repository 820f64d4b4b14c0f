CREATE TABLE payments (id bigint, amount numeric, note text NULL, PRIMARY KEY (id));
ALTER TABLE orders ADD COLUMN size text;
