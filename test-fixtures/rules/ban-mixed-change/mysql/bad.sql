ALTER TABLE orders ADD COLUMN note varchar(40);
UPDATE orders SET note = 'x' WHERE id = 1;
UPDATE orders SET note = 'y' WHERE id = 2;
