ALTER TABLE orders ADD COLUMN token uuid DEFAULT gen_random_uuid();
ALTER TABLE orders ADD COLUMN channel text NOT NULL DEFAULT default_channel();
ALTER TABLE currencies ADD COLUMN sampled double precision DEFAULT random();
