ALTER TABLE orders ADD COLUMN body json, ADD COLUMN size enum('s', 'm');
