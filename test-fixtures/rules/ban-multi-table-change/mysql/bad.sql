UPDATE orders o JOIN customers c ON c.id = o.customer_id SET o.status = 'x', c.country = 'XX' WHERE o.id = 1;
DELETE o, c FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.id = 1;
