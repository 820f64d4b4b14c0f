CREATE TABLE payments (id bigint PRIMARY KEY, amount numeric(10, 2) NOT NULL);
CREATE TABLE refunds (order_id bigint, line integer, PRIMARY KEY (order_id, line));
CREATE TABLE payouts (id bigint NOT NULL);
ALTER TABLE payouts ADD CONSTRAINT payouts_pk PRIMARY KEY (id);
CREATE TEMPORARY TABLE scratch (n integer);
CREATE TABLE payments_copy (LIKE payments INCLUDING ALL);
CREATE TABLE order_totals AS SELECT id AS order_id FROM orders;
ALTER TABLE order_totals ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY;
