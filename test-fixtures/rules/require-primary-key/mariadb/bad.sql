CREATE TABLE payments (order_id int NOT NULL, amount decimal(10, 2) NOT NULL, KEY (order_id)) ENGINE=InnoDB;
