DELETE FROM customers WHERE email LIKE 'test-%';
UPDATE orders SET status = '%new' WHERE status LIKE 'open%';
