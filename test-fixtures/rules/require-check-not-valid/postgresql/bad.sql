ALTER TABLE orders ADD CONSTRAINT orders_total_positive CHECK (total > 0);
ALTER TABLE currencies ADD CHECK (length(code) = 3);
ALTER TABLE customers ADD COLUMN age int CHECK (age > 0);
