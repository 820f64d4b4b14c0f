DELETE FROM orders WHERE placed_at < '2020-01-01' LIMIT 1000;
UPDATE orders SET status = 'closed' WHERE status = 'open' LIMIT 10;
INSERT INTO currencies (code, name) SELECT country, name FROM customers LIMIT 10;
