DROP INDEX orders_placed_at;
DROP INDEX IF EXISTS public."customers_email";
DROP INDEX currencies_name, orders_status;
