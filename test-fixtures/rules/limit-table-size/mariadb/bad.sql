ALTER TABLE orders MODIFY COLUMN customer_id int;
CREATE INDEX orders_status ON orders (status);
