ALTER TABLE orders MODIFY COLUMN status varchar(400) NOT NULL;
CREATE INDEX orders_status ON orders (status);
