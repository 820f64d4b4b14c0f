DELETE FROM orders WHERE placed_at >= '2020-01-01' AND placed_at < '2020-01-02';
UPDATE orders SET status = upper(status) WHERE lower(status) = 'x';
DELETE FROM orders WHERE id IN (1, 2) OR id BETWEEN 5 AND 6;
CREATE TABLE regions (code varchar(3) PRIMARY KEY);
DELETE FROM regions WHERE lower(code) = 'eu';
