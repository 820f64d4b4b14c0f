CREATE TABLE t (id bigint PRIMARY KEY) ENGINE=InnoDB;
ALTER TABLE orders ENGINE=innodb;
CREATE TEMPORARY TABLE scratch (id bigint) ENGINE=MEMORY;
CREATE TABLE u (id bigint PRIMARY KEY, engine varchar(20));
