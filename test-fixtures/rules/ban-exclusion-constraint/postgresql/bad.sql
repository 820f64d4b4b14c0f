ALTER TABLE orders ADD CONSTRAINT one_at_a_time EXCLUDE USING gist (id WITH =);
ALTER TABLE currencies ADD EXCLUDE USING gist (code WITH =);
