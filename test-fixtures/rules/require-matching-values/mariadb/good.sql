INSERT INTO currencies (code, name) VALUES ('EUR', 'Euro'), ('USD', NULL);
INSERT INTO currencies VALUES ('EUR', coalesce(NULL, 'Euro'));
INSERT INTO customers (id, name) VALUES (NULL, 'a counter makes up a number');
INSERT INTO customers (name) VALUES ('x, y');
INSERT INTO customers (id, name) SELECT id, status FROM orders WHERE id < 10;
INSERT INTO orders (total, status, placed_at) VALUES (1, 'open', now());
CREATE TABLE regions (code varchar(3) PRIMARY KEY, name varchar(40) NOT NULL DEFAULT 'none');
INSERT INTO regions (code) VALUES ('eu');
