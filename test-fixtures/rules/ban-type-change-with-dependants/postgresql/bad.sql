ALTER TABLE orders
  ALTER COLUMN total TYPE numeric(12, 2),
  ALTER COLUMN status TYPE text;
ALTER TABLE "public"."orders" ALTER reference SET DATA TYPE varchar(40);
-- too late
DROP VIEW references_seen;
