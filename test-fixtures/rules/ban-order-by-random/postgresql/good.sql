INSERT INTO currencies (code, name) SELECT country, name FROM customers ORDER BY id LIMIT 10;
CREATE VIEW some_orders AS SELECT id FROM orders ORDER BY placed_at;
SELECT id FROM orders ORDER BY random() LIMIT 10;
