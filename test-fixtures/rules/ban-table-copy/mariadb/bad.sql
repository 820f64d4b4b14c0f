ALTER TABLE orders MODIFY customer_id int;
ALTER TABLE orders ADD COLUMN note text, CHANGE reference reference varchar(100);
ALTER TABLE orders MODIFY status char(20) NOT NULL;
ALTER TABLE orders MODIFY kind enum('shop', 'web', 'phone') NOT NULL DEFAULT 'web';
ALTER TABLE orders CONVERT TO CHARACTER SET utf8mb4;
ALTER TABLE orders ADD CONSTRAINT to_customer FOREIGN KEY (customer_id) REFERENCES customers (id);
ALTER TABLE orders ADD CONSTRAINT positive CHECK (total > 0), ALGORITHM=COPY;
ALTER TABLE orders ADD COLUMN gross decimal(10, 2) AS (total * 2) STORED;
ALTER TABLE orders DROP PRIMARY KEY;
ALTER TABLE orders PARTITION BY HASH (id) PARTITIONS 4;
ALTER TABLE orders ENGINE = MyISAM;
ALTER TABLE orders ADD seq bigint AUTO_INCREMENT UNIQUE;
-- Small tables are worth a note only.
ALTER TABLE currencies CONVERT TO CHARACTER SET utf8mb4;
-- It could be done with less.
ALTER TABLE orders ADD COLUMN extra int, ALGORITHM=COPY;
ALTER TABLE orders ADD INDEX by_total (total), LOCK=SHARED;
ALTER TABLE customers ADD FULLTEXT INDEX names (name);
