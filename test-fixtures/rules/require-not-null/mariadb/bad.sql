CREATE TABLE payments (id bigint, amount decimal(10,2), note text NULL, PRIMARY KEY (id));
ALTER TABLE orders ADD COLUMN size int;
