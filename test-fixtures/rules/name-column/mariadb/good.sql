CREATE TABLE payments (id bigint PRIMARY KEY, paid_at datetime);
ALTER TABLE orders ADD COLUMN http_status int;
