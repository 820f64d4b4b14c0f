CREATE TABLE payments (id bigint);
SELECT 'it''s', $$ quoted ' text $$;
CREATE FUNCTION one() RETURNS integer LANGUAGE plpgsql AS $body$ BEGIN RETURN 1; END $body$;
