ALTER TABLE orders ADD COLUMN channel varchar(20) NOT NULL DEFAULT 'web' COMMENT 'where it came from';
ALTER TABLE orders ADD COLUMN region varchar(20);
CREATE TABLE drafts (id bigint PRIMARY KEY);
ALTER TABLE drafts ADD COLUMN body varchar(20) NOT NULL;
