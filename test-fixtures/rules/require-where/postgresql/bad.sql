UPDATE orders SET status = 'closed';
DELETE FROM customers WHERE 1 = 1;
-- Small tables are worth a note only.
UPDATE currencies SET name = upper(name);
-- Data changes hidden in a WITH count too.
WITH gone AS (DELETE FROM orders RETURNING id) SELECT count(id) FROM gone;
-- What is never NULL is always NOT NULL.
DELETE FROM orders WHERE status IS NOT NULL OR customer_id = 5;
UPDATE customers SET country = 'XX' WHERE customers.id IS NOT NULL AND 2 > 1;
-- Code is looked into.
DO $$
DECLARE n int := 1;
BEGIN
  IF n > 0 THEN
    UPDATE orders SET status = 'closed';
  END IF;
END $$;
CREATE FUNCTION wipe() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
  DELETE FROM customers; RETURN new;
END $body$;
CREATE FUNCTION wipe_sql() RETURNS void LANGUAGE sql BEGIN ATOMIC DELETE FROM customers; END;
