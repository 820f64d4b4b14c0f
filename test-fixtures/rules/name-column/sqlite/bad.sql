CREATE TABLE payments (id bigint PRIMARY KEY, paidAt text, "order" bigint, "Über" text);
ALTER TABLE orders ADD COLUMN "HTTPStatus" integer;
ALTER TABLE customers RENAME COLUMN country TO "Country";
