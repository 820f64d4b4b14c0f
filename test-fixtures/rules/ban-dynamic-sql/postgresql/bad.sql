DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT tablename FROM pg_tables LOOP
    EXECUTE format('ANALYZE %I', t);
  END LOOP;
END
$$;
CREATE FUNCTION drop_it(name text) RETURNS void LANGUAGE plpgsql AS $f$
BEGIN
  EXECUTE 'DROP TABLE ' || name;
  RETURN;
END $f$;
