SET lock_timeout = '5s';

ALTER TABLE orders
  ADD COLUMN channel text NOT NULL DEFAULT 'web',
  ADD COLUMN session_id uuid DEFAULT gen_random_uuid(),
  ADD COLUMN referrer varchar(2000);

UPDATE orders SET channel = 'app' WHERE reference LIKE '%app%';

CREATE INDEX orders_channel ON orders (channel);
CREATE INDEX CONCURRENTLY orders_referrer ON orders (referrer) WHERE referrer IS NOT NULL;
