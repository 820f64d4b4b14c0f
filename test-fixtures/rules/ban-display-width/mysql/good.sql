CREATE TABLE t (id bigint unsigned PRIMARY KEY, flag tinyint(1), code int(5) ZEROFILL, price decimal(10, 2), year_ year);
