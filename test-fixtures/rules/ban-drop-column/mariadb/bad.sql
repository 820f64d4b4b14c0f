ALTER TABLE `orders` DROP COLUMN status, DROP reference;
