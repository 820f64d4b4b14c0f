CREATE INDEX CONCURRENTLY IF NOT EXISTS orders_status ON orders (status);
CREATE INDEX IF NOT EXISTS orders_status ON public.orders (status);
