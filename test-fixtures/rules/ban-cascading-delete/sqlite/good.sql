CREATE TABLE lines (id bigint PRIMARY KEY, order_id bigint, FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE);
