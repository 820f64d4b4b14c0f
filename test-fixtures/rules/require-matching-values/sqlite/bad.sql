INSERT INTO currencies (code, name) VALUES ('EUR', 'Euro'), ('USD');
INSERT INTO currencies VALUES ('EUR', 'Euro', 2);
INSERT INTO customers (id, name) VALUES (1, NULL);
INSERT INTO customers (id, email) VALUES (1, 'a@example.com');
INSERT INTO orders (id, "total", status) VALUES (1, 2.5, 'open');
