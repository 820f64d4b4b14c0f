CREATE TABLE payments (id bigint PRIMARY KEY, paid_at text);
ALTER TABLE orders ADD COLUMN http_status integer;
CREATE TABLE queue_items (ID_ bigint PRIMARY KEY, LOCKED_UNTIL_ timestamp);
ALTER TABLE queue_items RENAME COLUMN locked_until_ TO LOCKED_UNTIL;
