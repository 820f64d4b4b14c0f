-- What MySQL does not parse and MariaDB does. The judge must refuse each, at the same line.
CREATE TABLE t (a intt NOT NUL);
CREATE TABLE t (a int) ENGIN=InnoDB;
CREATE TABLE t (a int) ENGINE=InnoDB DEFAULT CHARST=utf8;
CREATE TABLE t (a int，b int);
CREATE TABLE t (a varchar(10) DEFAULT ‘x’);
ALTER TABLE t ADD COLUM a int;
