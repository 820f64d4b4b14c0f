CREATE TABLE aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa (id bigint PRIMARY KEY);
ALTER TABLE orders ADD COLUMN "üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü" bigint;
