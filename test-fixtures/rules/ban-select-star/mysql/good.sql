CREATE VIEW big_orders AS SELECT id, total * 2 AS doubled FROM orders WHERE total > 100;
SELECT count(*) FROM orders WHERE EXISTS (SELECT * FROM customers);
