INSERT IGNORE INTO currencies (code, name) VALUES ('EUR', 'Euro');
UPDATE IGNORE orders SET status = 'x' WHERE id = 5;
