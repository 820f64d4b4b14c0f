CREATE TABLE "user" (id bigint PRIMARY KEY, "order" int);
ALTER TABLE orders RENAME COLUMN reference TO "group";
