INSERT INTO currencies (code, name) VALUES ('EUR', replace('Euros', 's', ''));
CREATE TABLE regions (code varchar(3) PRIMARY KEY, name varchar(40));
REPLACE INTO regions (code, name) VALUES ('eu', 'Europe');
