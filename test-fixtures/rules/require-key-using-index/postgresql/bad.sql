ALTER TABLE orders ADD CONSTRAINT orders_reference_key UNIQUE (reference);
ALTER TABLE public.orders ADD UNIQUE (customer_id, reference);
ALTER TABLE customers ADD CONSTRAINT customers_email_key UNIQUE (email) DEFERRABLE;
ALTER TABLE customers ADD COLUMN code text UNIQUE, ADD COLUMN note text;
-- the columns of a key may not be NULL
ALTER TABLE events ADD PRIMARY KEY (id);
ALTER TABLE visits ADD PRIMARY KEY (seen_at);
ALTER TABLE clicks ADD CONSTRAINT clicks_pk PRIMARY KEY USING INDEX clicks_id_seen_at;
ALTER TABLE currencies ADD UNIQUE (name);
