REINDEX INDEX orders_placed_at;
REINDEX (VERBOSE) TABLE public.orders;
REINDEX TABLE currencies;
REINDEX SCHEMA public;
