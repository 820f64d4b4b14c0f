CREATE OR REPLACE VIEW order_report AS
SELECT o.*, c.name FROM orders o JOIN customers c ON c.id = o.customer_id;

CREATE MATERIALIZED VIEW daily_totals AS
SELECT placed_at::date AS day, sum(total) AS total FROM orders GROUP BY 1;

CREATE FUNCTION order_age(o orders) RETURNS interval LANGUAGE sql STABLE AS $$
  SELECT now() - o.placed_at;
$$;

DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM currencies) THEN
    EXECUTE 'ANALYZE currencies';
  END IF;
END
$$;

VACUUM (ANALYZE) orders;
