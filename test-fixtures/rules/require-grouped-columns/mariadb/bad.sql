CREATE VIEW late AS SELECT customer_id, status, count(*) AS n FROM orders GROUP BY customer_id;
INSERT INTO currencies (code, name) SELECT o.status, max(o.total) FROM orders o GROUP BY customer_id;
