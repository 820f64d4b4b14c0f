ALTER TABLE orders ADD COLUMN channel varchar(20) NOT NULL AFTER total;
ALTER TABLE orders ADD region varchar(20) DEFAULT NULL NOT NULL;
