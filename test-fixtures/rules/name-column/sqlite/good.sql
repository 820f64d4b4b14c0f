CREATE TABLE payments (id bigint PRIMARY KEY, paid_at text);
ALTER TABLE orders ADD COLUMN http_status integer;
