CREATE TABLE order_items (id bigint PRIMARY KEY);
CREATE TEMPORARY TABLE `Scratch` (id bigint);
ALTER TABLE currencies RENAME currency_list;
