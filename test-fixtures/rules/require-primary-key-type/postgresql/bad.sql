CREATE TABLE a (code varchar(20) PRIMARY KEY);
CREATE TABLE b (x numeric(20), y bigint, PRIMARY KEY (x, y));
