CREATE FUNCTION reset(account bigint) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$ UPDATE orders SET status = 'x' WHERE id = account $$;
CREATE FUNCTION other(account bigint) RETURNS void LANGUAGE sql SECURITY INVOKER AS $$ SELECT 'SECURITY DEFINER' $$;
