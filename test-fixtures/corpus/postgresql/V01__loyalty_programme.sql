-- New tables only: nobody can be in the way of these.
CREATE TYPE loyalty_tier AS ENUM ('bronze', 'silver', 'gold');

CREATE TABLE loyalty_accounts (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id bigint NOT NULL REFERENCES customers (id),
  tier loyalty_tier NOT NULL DEFAULT 'bronze',
  points integer NOT NULL DEFAULT 0 CHECK (points >= 0),
  opened_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (customer_id)
);

CREATE INDEX loyalty_accounts_tier ON loyalty_accounts (tier);
COMMENT ON TABLE loyalty_accounts IS 'One per customer; points never expire.';
GRANT SELECT ON loyalty_accounts TO reporting;

INSERT INTO loyalty_accounts (customer_id)
SELECT id FROM customers WHERE country = 'DE';
