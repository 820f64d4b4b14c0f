CREATE TABLE payments (id bigint unsigned NOT NULL AUTO_INCREMENT, amount decimal(10, 2) NOT NULL, PRIMARY KEY (`id`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
CREATE TABLE refunds (order_id int, line int, PRIMARY KEY (order_id, line));
CREATE TABLE pairs (id int KEY, a int);
CREATE TEMPORARY TABLE scratch (n int);
CREATE TABLE payments_copy LIKE payments;
