CREATE TABLE regions (code varchar(4) DEFAULT 'none', id int DEFAULT '5', small tinyint unsigned DEFAULT 255, at datetime DEFAULT CURRENT_TIMESTAMP, PRIMARY KEY (id));
ALTER TABLE orders MODIFY COLUMN kind enum('web', 'shop') NOT NULL DEFAULT 'shop', ADD COLUMN note varchar(40) DEFAULT NULL;
ALTER TABLE orders ADD COLUMN remarks text DEFAULT ('none');
