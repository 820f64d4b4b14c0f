CREATE TABLE payments (id bigint PRIMARY KEY, paidAt datetime, `order` bigint, `Über` text);
ALTER TABLE orders ADD COLUMN `HTTPStatus` int;
ALTER TABLE customers CHANGE country Country varchar(40);
