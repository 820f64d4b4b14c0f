CREATE TABLE OrderItems (id bigint PRIMARY KEY);
CREATE TABLE `tmp-payments` (id bigint PRIMARY KEY);
RENAME TABLE currencies TO `Currencies2`;
