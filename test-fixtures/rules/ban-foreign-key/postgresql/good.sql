CREATE TABLE p (id bigint PRIMARY KEY, order_id bigint);
CREATE TEMP TABLE q (order_id bigint REFERENCES orders);
