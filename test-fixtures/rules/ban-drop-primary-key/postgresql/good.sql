ALTER TABLE orders DROP CONSTRAINT orders_pkey, ADD PRIMARY KEY (id, placed_at);
ALTER TABLE currencies DROP CONSTRAINT IF EXISTS currencies_pkey;
ALTER TABLE currencies ADD CONSTRAINT currencies_pk PRIMARY KEY (code);
CREATE TABLE regions (code varchar(3) PRIMARY KEY);
ALTER TABLE regions DROP CONSTRAINT regions_pkey;
