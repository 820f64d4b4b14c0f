INSERT INTO currencies (code, name) VALUES ('EUR', 'IGNORE') ON DUPLICATE KEY UPDATE name = name;
CREATE TABLE regions (code varchar(3) PRIMARY KEY, name varchar(40));
INSERT IGNORE INTO regions (code, name) VALUES ('eu', 'Europe');
SELECT id FROM orders IGNORE INDEX (orders_placed_at) WHERE id = 5;
