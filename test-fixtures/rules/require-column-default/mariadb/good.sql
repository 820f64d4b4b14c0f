CREATE TABLE payments (id bigint AUTO_INCREMENT PRIMARY KEY, amount decimal(10,2) NOT NULL DEFAULT 0, note text, body json);
