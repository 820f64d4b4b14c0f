CREATE VIEW all_orders AS SELECT * FROM orders;
INSERT INTO customers SELECT c.* FROM customers AS c WHERE c.id < 0;
SELECT DISTINCT * FROM orders o JOIN customers c ON c.id = o.customer_id;
