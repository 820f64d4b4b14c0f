CREATE TABLE a (id bigint unsigned PRIMARY KEY, note varchar(20));
CREATE TABLE b (id int(11) PRIMARY KEY);
