CREATE OR REPLACE FUNCTION admin.reset(account bigint) RETURNS void LANGUAGE sql SECURITY DEFINER AS $$ UPDATE orders SET status = 'x' WHERE id = account $$;
ALTER FUNCTION total_of(bigint) SECURITY DEFINER;
