CREATE TABLE a (code varchar(20) PRIMARY KEY);
CREATE TABLE b (x decimal(20, 0), y bigint, PRIMARY KEY (x, y));
