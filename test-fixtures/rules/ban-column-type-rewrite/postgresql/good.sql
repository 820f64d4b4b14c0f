ALTER TABLE orders ALTER COLUMN status TYPE varchar(40);
ALTER TABLE orders ALTER COLUMN status TYPE text;
ALTER TABLE orders ALTER COLUMN total TYPE numeric(12, 2);
ALTER TABLE orders ALTER COLUMN reference TYPE varchar USING reference::varchar;
CREATE TABLE order_totals AS SELECT id AS order_id, total FROM orders;
ALTER TABLE order_totals ALTER COLUMN total TYPE bigint;
