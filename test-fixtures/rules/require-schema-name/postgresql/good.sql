CREATE TABLE public.payments (id bigint PRIMARY KEY);
CREATE TEMP TABLE scratch (id bigint);
