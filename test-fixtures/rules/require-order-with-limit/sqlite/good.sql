INSERT INTO currencies (code, name) SELECT country, name FROM customers ORDER BY id LIMIT 10;
DELETE FROM orders WHERE id IN (SELECT id FROM orders WHERE placed_at < '2020-01-01' LIMIT 1000);
