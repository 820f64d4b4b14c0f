PRAGMA foreign_keys = OFF;
UPDATE orders SET status = 'x' WHERE id = 1;
PRAGMA foreign_keys(1);
PRAGMA foreign_keys;
