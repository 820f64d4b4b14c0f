ALTER TABLE orders ADD COLUMN channel varchar(20) NOT NULL DEFAULT 'web', DROP COLUMN reference;
ALTER TABLE orders MODIFY status varchar(60) NOT NULL;
ALTER TABLE customers MODIFY name varchar(400) NOT NULL, MODIFY country varchar(40) NOT NULL;
ALTER TABLE orders MODIFY kind enum('web', 'shop', 'phone') NOT NULL DEFAULT 'web';
ALTER TABLE orders ADD INDEX by_status (status), ADD UNIQUE KEY (customer_id, placed_at), DROP INDEX orders_placed_at;
ALTER TABLE orders ENGINE=InnoDB, COMMENT='rebuilt', ALGORITHM=INPLACE;
ALTER TABLE orders CHANGE total amount decimal(10, 2) NOT NULL;
ALTER TABLE orders ALTER status SET DEFAULT 'new', RENAME INDEX by_status TO with_status;
-- The server refuses this one instead of copying.
ALTER TABLE orders MODIFY customer_id int, ALGORITHM=INPLACE, LOCK=NONE;
CREATE TABLE drafts (id int PRIMARY KEY, body text);
ALTER TABLE drafts MODIFY body varchar(10), ADD CHECK (id > 0);
