PRAGMA foreign_keys = OFF;
UPDATE orders SET status = 'x' WHERE id = 1;
