INSERT INTO currencies (code, name) VALUES ('EUR', 'Euro') ON DUPLICATE KEY UPDATE name = VALUES(name);
CREATE UNIQUE INDEX customers_email ON customers (email);
INSERT INTO customers (name, email) VALUES ('a', 'a@example.com') ON DUPLICATE KEY UPDATE name = VALUES(name);
CREATE TABLE notes (body varchar(40));
INSERT INTO notes (body) VALUES ('x') ON DUPLICATE KEY UPDATE body = VALUES(body);
