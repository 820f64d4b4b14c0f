CREATE TABLE payments (id bigint);
SELECT 'it''s', $$ quoted ' text $$;
DO $body$ BEGIN PERFORM 1; END $body$;
