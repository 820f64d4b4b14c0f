CREATE TABLE people (id integer PRIMARY KEY, email varchar(100), home_phone varchar(20), "dateOfBirth" date);
ALTER TABLE orders ADD COLUMN customer_email varchar(100);
