ALTER SCHEMA shop RENAME TO store;
ALTER TYPE state RENAME TO status;
ALTER TYPE shop.state RENAME VALUE 'open' TO 'new';
ALTER TYPE place RENAME ATTRIBUTE x TO y;
ALTER SEQUENCE IF EXISTS numbers RENAME TO order_numbers;
ALTER FUNCTION total_of(bigint) RENAME TO total;
ALTER VIEW open_orders RENAME TO orders_open;
