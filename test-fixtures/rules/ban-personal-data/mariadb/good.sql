CREATE TABLE notes (id integer PRIMARY KEY, emailed_at date, telephone_model varchar(20));
ALTER TABLE orders ADD COLUMN note varchar(100);
CREATE TEMPORARY TABLE scratch (email varchar(100));
SELECT email FROM customers WHERE id = 1;
