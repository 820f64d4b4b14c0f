CREATE TABLE p (id bigint PRIMARY KEY, order_id bigint, KEY (order_id));
