CREATE TABLE t (id bigint PRIMARY KEY);
COMMENT ON TABLE public.t IS 'Things that are noted';
COMMENT ON COLUMN t.id IS 'Key';
CREATE TEMP TABLE s (id bigint);
ALTER TABLE orders ADD COLUMN note text;
COMMENT ON COLUMN orders.note IS 'Free text';
