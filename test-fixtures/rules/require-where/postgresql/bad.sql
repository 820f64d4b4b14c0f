UPDATE orders SET status = 'closed';
DELETE FROM customers WHERE 1 = 1;
-- Small tables are worth a note only.
UPDATE currencies SET name = upper(name);
-- Data changes hidden in a WITH count too.
WITH gone AS (DELETE FROM orders RETURNING id) SELECT count(id) FROM gone;
