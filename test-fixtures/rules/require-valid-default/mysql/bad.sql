CREATE TABLE regions (code varchar(3) DEFAULT 'none', id int DEFAULT 'many', small tinyint unsigned DEFAULT -1, PRIMARY KEY (id));
ALTER TABLE orders ADD COLUMN score int DEFAULT 3000000000, ADD COLUMN shipped_at datetime DEFAULT 'never';
ALTER TABLE orders MODIFY COLUMN kind enum('web', 'shop') NOT NULL DEFAULT 'phone';
ALTER TABLE orders ADD COLUMN note varchar(40) NOT NULL DEFAULT NULL;
ALTER TABLE orders ADD COLUMN remarks text DEFAULT 'none';
