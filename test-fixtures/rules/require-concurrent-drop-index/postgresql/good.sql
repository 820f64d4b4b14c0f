DROP INDEX CONCURRENTLY orders_placed_at;
DROP INDEX IF EXISTS gone_long_ago;
CREATE TABLE payments (id bigint PRIMARY KEY, order_id bigint);
CREATE INDEX payments_order ON payments (order_id);
DROP INDEX payments_order;
CREATE TEMP TABLE scratch (id bigint);
CREATE INDEX scratch_id ON scratch (id);
DROP INDEX scratch_id;
-- the index of a partitioned table cannot be dropped concurrently
DROP INDEX events_kind;
