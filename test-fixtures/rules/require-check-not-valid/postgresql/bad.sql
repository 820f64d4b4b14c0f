ALTER TABLE orders ADD CONSTRAINT orders_total_positive CHECK (total > 0);
ALTER TABLE currencies ADD CHECK (length(code) = 3);
