INSERT INTO currencies (code, name) VALUES ('EUR', 'Euro');
COPY currencies (code, name) FROM STDIN;
JPY	Yen
\.
CREATE TABLE regions (code varchar(3) PRIMARY KEY, name varchar(40));
INSERT INTO regions VALUES ('eu', 'Europe');
CREATE TEMP TABLE picked (id bigint);
INSERT INTO picked SELECT id FROM customers WHERE id < 10;
INSERT INTO "currencies" DEFAULT VALUES;
