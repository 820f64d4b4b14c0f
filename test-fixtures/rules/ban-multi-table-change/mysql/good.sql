UPDATE orders o JOIN customers c ON c.id = o.customer_id SET o.status = 'x' WHERE c.country = 'XX';
DELETE o FROM orders o JOIN customers c ON c.id = o.customer_id WHERE c.country = 'XX';
