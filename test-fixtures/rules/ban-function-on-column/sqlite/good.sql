DELETE FROM orders WHERE placed_at >= '2020-01-01' AND placed_at < '2020-01-02';
UPDATE orders SET status = upper(status) WHERE lower(status) = 'x';
CREATE INDEX currencies_lower ON currencies (lower(code));
DELETE FROM currencies WHERE lower(code) = 'eur';
DELETE FROM orders WHERE id IN (SELECT max(id) FROM orders);
CREATE TABLE regions (code varchar(3) PRIMARY KEY);
DELETE FROM regions WHERE lower(code) = 'eu';
