ALTER TABLE orders ADD COLUMN body longtext, ADD COLUMN `enum` int;
