-- each batch is a transaction of its own
-- sluice: batch size=5000
UPDATE orders SET status = 'old' WHERE status = 'open';
-- as many as the limit allows
UPDATE customers SET name = 'x' WHERE country = 'nl';
-- rows of a new table are nobody's yet
CREATE TABLE old_orders (id integer PRIMARY KEY);
INSERT INTO old_orders (id) SELECT id FROM orders;
DELETE FROM old_orders WHERE id > 7;
-- the table was changed before, so nothing can be told of it
DELETE FROM customers WHERE country = 'nl';
-- without a condition require-where speaks
DELETE FROM orders;
INSERT INTO currencies (code, name) VALUES ('EUR', 'Euro');
