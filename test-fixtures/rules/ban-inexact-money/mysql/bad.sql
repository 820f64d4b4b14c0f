ALTER TABLE orders ADD COLUMN price double, ADD COLUMN shipping_cost float(10,2);
CREATE TABLE fees (id bigint PRIMARY KEY, fee float unsigned);
