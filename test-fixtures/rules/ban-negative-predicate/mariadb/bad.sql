UPDATE orders SET status = 'late' WHERE status <> 'paid' AND total > 1;
DELETE FROM orders WHERE id NOT IN (SELECT id FROM customers) OR status NOT LIKE 'x%';
SELECT id FROM orders o JOIN customers c ON c.id != o.id;
