CREATE TABLE OrderItems (id bigint PRIMARY KEY);
CREATE TABLE "tmp-payments" (id bigint PRIMARY KEY);
ALTER TABLE currencies RENAME TO "Currencies2";
