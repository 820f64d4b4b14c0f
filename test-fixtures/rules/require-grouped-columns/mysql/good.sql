CREATE VIEW late AS SELECT customer_id AS c, max(status), count(*) AS n FROM orders GROUP BY customer_id;
INSERT INTO currencies (code, name) SELECT o.status, max(o.total) FROM orders o GROUP BY o.status, customer_id;
CREATE VIEW whole AS SELECT id, status, total FROM orders GROUP BY id;
CREATE VIEW named AS SELECT status AS state, count(*) FROM orders GROUP BY state;
CREATE VIEW numbered AS SELECT status, customer_id, count(*) FROM orders GROUP BY 1, 2;
SELECT status FROM orders GROUP BY customer_id;
