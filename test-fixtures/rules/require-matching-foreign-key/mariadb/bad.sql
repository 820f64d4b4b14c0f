CREATE TABLE payments (id bigint PRIMARY KEY, order_id int, FOREIGN KEY (order_id) REFERENCES orders (id));
CREATE TABLE refunds (id bigint PRIMARY KEY, order_id bigint unsigned, CONSTRAINT r FOREIGN KEY (order_id) REFERENCES orders (id));
CREATE TABLE notes (id bigint PRIMARY KEY, status varchar(20), FOREIGN KEY (status) REFERENCES orders (status));
