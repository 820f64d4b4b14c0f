INSERT INTO customers (name, email) VALUES ('a', 'a@example.com') ON DUPLICATE KEY UPDATE name = VALUES(name);
CREATE UNIQUE INDEX customers_email ON customers (email);
INSERT INTO customers (id, name, email) VALUES (1, 'a', 'a@example.com') ON DUPLICATE KEY UPDATE name = VALUES(name);
