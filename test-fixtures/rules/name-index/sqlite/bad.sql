CREATE INDEX by_status ON orders (status);
CREATE UNIQUE INDEX IF NOT EXISTS one_customer ON orders (customer_id);
