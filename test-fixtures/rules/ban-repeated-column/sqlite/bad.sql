UPDATE orders SET status = 'closed', total = 0, STATUS = 'open' WHERE id = 1;
INSERT INTO currencies (code, name, code) VALUES ('EUR', 'Euro', 'EUR');
CREATE INDEX customers_country ON customers (country, email, country);
CREATE TABLE regions (code varchar(3), name varchar(40), PRIMARY KEY (code, code));
