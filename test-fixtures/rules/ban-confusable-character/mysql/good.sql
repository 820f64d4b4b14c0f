UPDATE orders SET status = '，；（“’' WHERE id = 5;
-- A comment； with “marks”.
SELECT id AS größe FROM orders;
SELECT id AS 编号 FROM orders;
