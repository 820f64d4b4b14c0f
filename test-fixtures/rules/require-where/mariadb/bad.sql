UPDATE orders SET status = 'closed';
DELETE FROM customers WHERE 1 = 1;
DELETE FROM orders LIMIT 10;
-- Small tables are worth a note only.
UPDATE currencies SET name = upper(name);
