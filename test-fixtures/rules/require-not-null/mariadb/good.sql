CREATE TABLE payments (id bigint AUTO_INCREMENT PRIMARY KEY, amount decimal(10,2) NOT NULL, deleted_at datetime);
