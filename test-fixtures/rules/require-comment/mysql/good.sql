CREATE TABLE t (id bigint PRIMARY KEY COMMENT 'Key') COMMENT = 'Things';
ALTER TABLE orders ADD COLUMN note text COMMENT 'Free text' AFTER id;
CREATE TEMPORARY TABLE s (id bigint);
