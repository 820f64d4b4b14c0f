UPDATE orders SET status = 'x' WHERE id = 5;
CREATE TABEL payments (id bigint);
SELECT 1;
INSERT INTO orders (id VALUES (1);
UPDATE orders SET status = 'open;
