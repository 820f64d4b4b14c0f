-- What MySQL parses beyond mysql-family/valid.sql, and MariaDB does not.
CREATE TABLE t1 (
  a tinyint(1) unsigned zerofill NOT NULL DEFAULT 0 COMMENT 'flag',
  b smallint, c mediumint(8), d integer, e bigint(20) signed,
  f float(7,3), g double precision, h decimal(10,2) NOT NULL DEFAULT '0.00', i numeric(5), j real, dd dec(4,1), fx fixed(4,1),
  k char(3) CHARACTER SET latin1 COLLATE latin1_bin, l varchar(255) COLLATE utf8mb4_bin NOT NULL, m binary(16), n varbinary(40),
  o tinytext, p text, q mediumtext NULL, r longtext CHARACTER SET utf8mb4, s tinyblob, t blob, u mediumblob, v longblob,
  w date, x time(3), y datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6), z timestamp NULL DEFAULT NULL,
  aa year, ab year(4), ac enum('a','b''c','d\'e') NOT NULL DEFAULT 'a', ad set('x','y'), ae json, af bit(8) DEFAULT b'101',
  ag geometry, ah point, ai bool DEFAULT false, aj boolean DEFAULT true, ak national varchar(10), al nchar(4), am long varchar, an character varying(9),
  ao int DEFAULT -1, ap int DEFAULT +1, aq varchar(3) DEFAULT _utf8'x', ar int NOT NULL UNIQUE KEY, at_ int KEY, au int UNIQUE COMMENT 'x' NOT NULL,
  av varbinary(3) DEFAULT x'00', aw int GENERATED ALWAYS AS (d + 1) VIRTUAL NULL, ax int AS (d * 2) STORED, ay varchar(9) AS (concat(k, l)),
  az char(5) BINARY, ba char(3) ASCII, bb varchar(9) CHARSET utf8 BINARY, bc serial, bd int COMMENT 'c' DEFAULT 1 NOT NULL,
  PRIMARY KEY (a, b), UNIQUE KEY uq_c (c), UNIQUE INDEX (d), UNIQUE (e), KEY k1 (l(10), b DESC), INDEX k2 USING BTREE (b), KEY k3 (f) USING BTREE COMMENT 'why' KEY_BLOCK_SIZE=4,
  FULLTEXT KEY ft (p), FULLTEXT INDEX (q), CONSTRAINT fk1 FOREIGN KEY (b) REFERENCES p (id) ON DELETE CASCADE ON UPDATE SET NULL,
  CONSTRAINT FOREIGN KEY fk2 (c) REFERENCES s.p (id, x) MATCH FULL ON DELETE NO ACTION, FOREIGN KEY (d) REFERENCES p (id) ON UPDATE RESTRICT,
  CONSTRAINT ck CHECK (a > 0), CHECK (b IN (1, 2)), CONSTRAINT PRIMARY KEY (c), CONSTRAINT u1 UNIQUE uu (e, f)
) ENGINE = InnoDB AUTO_INCREMENT = 1001 DEFAULT CHARACTER SET = utf8mb4 COLLATE utf8mb4_unicode_ci ROW_FORMAT=DYNAMIC KEY_BLOCK_SIZE 8, COMMENT 'table' STATS_PERSISTENT=1 MAX_ROWS=10 AVG_ROW_LENGTH 20 CHECKSUM 1 DELAY_KEY_WRITE=1 MIN_ROWS 1 PACK_KEYS 1;
DROP INDEX i ON t ALGORITHM=INPLACE LOCK=NONE;
SELECT IF(a, b, c), ifnull(a, b), coalesce(a, b), CASE a WHEN 1 THEN 2 END, left(a, 1), right(a, 1), replace(a, 'x', 'y'), insert(a, 1, 1, 'x'), char(65 USING utf8mb4), values(a), default(a), database(), user(), current_user(), current_date, utc_timestamp() FROM t;
