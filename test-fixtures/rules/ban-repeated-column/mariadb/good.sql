UPDATE orders o JOIN customers c ON c.id = o.customer_id SET o.id = o.id, c.id = c.id WHERE o.id = 1;
UPDATE orders SET status = 'closed', total = 0 WHERE id = 1;
INSERT INTO currencies (code, name) VALUES ('EUR', 'Euro');
CREATE INDEX customers_country ON customers (country, email);
CREATE TABLE regions (code varchar(3), name varchar(40), PRIMARY KEY (code, name));
