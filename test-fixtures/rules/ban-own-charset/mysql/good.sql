CREATE TABLE t (id bigint PRIMARY KEY, charset varchar(20)) ENGINE=InnoDB;
