INSERT INTO currencies VALUES ('EUR', 'Euro'), ('USD', 'US Dollar');
INSERT INTO public.currencies AS c VALUES ('CHF') ON CONFLICT (code) DO NOTHING;
INSERT INTO customers SELECT 1, 'a', 'b', 'c';
-- How many columns a star stands for is not told.
INSERT INTO customers SELECT * FROM customers WHERE id < 10;
WITH added AS (INSERT INTO currencies VALUES ('GBP', 'Pound') RETURNING code) SELECT code FROM added;
COPY currencies FROM STDIN;
JPY	Yen
\.
