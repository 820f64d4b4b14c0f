INSERT INTO currencies (code, name) VALUES ('EUR', 'Euro'), ('USD');
INSERT INTO currencies VALUES ('EUR', 'Euro', 2);
INSERT INTO currencies VALUES ('EUR');
INSERT INTO customers (id, name) VALUES (1, NULL);
INSERT INTO customers (email) VALUES ('a@example.com');
INSERT INTO orders (`total`, status) VALUES (2.5, 'open');
