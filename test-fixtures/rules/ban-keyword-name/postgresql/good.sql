CREATE TABLE users (id bigint PRIMARY KEY, order_number int, name text, status text);
CREATE TEMP TABLE "table" (id bigint);
