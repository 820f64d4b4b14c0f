CREATE TABLE `user` (id bigint PRIMARY KEY, `order` int);
ALTER TABLE orders ADD COLUMN `rank` int;
