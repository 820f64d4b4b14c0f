INSERT INTO currencies VALUES ('EUR', 'Euro'), ('USD', 'US Dollar');
INSERT IGNORE INTO `currencies` VALUES ('CHF', 'Franc');
REPLACE currencies VALUES ('GBP', 'Pound');
INSERT INTO customers SELECT 1, 'a', 'b', 'c';
-- How many columns a star stands for is not told.
INSERT INTO customers SELECT * FROM customers WHERE id < 10;
