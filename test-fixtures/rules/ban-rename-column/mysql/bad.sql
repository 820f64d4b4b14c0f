ALTER TABLE orders CHANGE COLUMN total amount decimal(10, 2) NOT NULL;
