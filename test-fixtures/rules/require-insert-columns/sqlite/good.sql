INSERT INTO currencies (code, name) VALUES ('EUR', 'Euro');
CREATE TABLE regions (code varchar(3) PRIMARY KEY, name varchar(40));
INSERT INTO regions VALUES ('eu', 'Europe');
