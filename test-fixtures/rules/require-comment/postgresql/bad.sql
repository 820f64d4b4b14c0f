CREATE TABLE t (id bigint PRIMARY KEY, note text);
COMMENT ON TABLE t IS 'Things that are noted';
COMMENT ON COLUMN t.id IS 'Key';
CREATE TABLE u (id bigint PRIMARY KEY);
COMMENT ON COLUMN public.u.id IS 'A key that says far too much about itself';
