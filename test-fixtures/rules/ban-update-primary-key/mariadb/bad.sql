UPDATE orders SET id = id + 1000, status = 'moved' WHERE id < 10;
UPDATE orders o JOIN customers c ON c.id = o.customer_id SET c.id = c.id + 5 WHERE o.id = 1;
UPDATE currencies SET code = 'EUR' WHERE code = 'eur';
