-- What the statements of MysqlLocksTest find, on MySQL and on MariaDB.
CREATE TABLE numbers (n int PRIMARY KEY);
INSERT INTO numbers WITH RECURSIVE c AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM c WHERE n < 200) SELECT n FROM c;
CREATE TABLE customers (id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY, name varchar(200) NOT NULL, country varchar(40)) CHARACTER SET utf8mb4;
INSERT INTO customers (name) SELECT n FROM numbers;
CREATE TABLE orders (
  id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
  customer_id bigint,
  total decimal(10, 2) NOT NULL,
  status varchar(20) NOT NULL,
  reference varchar(40) DEFAULT 'none',
  title varchar(200),
  latin varchar(100) CHARACTER SET latin1,
  raw varbinary(100),
  note text,
  kind enum('web', 'shop') NOT NULL DEFAULT 'web',
  tags set('a', 'b') NOT NULL,
  days set('1', '2', '3', '4', '5', '6', '7', '8') NOT NULL,
  placed_at datetime NOT NULL,
  spot point NOT NULL,
  n int,
  f float,
  KEY orders_placed_at (placed_at),
  UNIQUE KEY orders_title (title)
) CHARACTER SET utf8mb4;
INSERT INTO orders (customer_id, total, status, title, tags, days, placed_at, spot, n, f)
  SELECT n, n, 's', n, 'a', '1', '2020-01-01', ST_GeomFromText('POINT(1 1)'), n, n FROM numbers;
CREATE TABLE lines_of (order_id bigint NOT NULL, position int, code varchar(20), KEY of_order (order_id), CONSTRAINT to_order FOREIGN KEY (order_id) REFERENCES orders (id)) CHARACTER SET utf8mb4;
INSERT INTO lines_of SELECT n, n, n FROM numbers;
CREATE TABLE drafts (id bigint NOT NULL, number bigint, body text) CHARACTER SET utf8mb4;
INSERT INTO drafts SELECT n, n, n FROM numbers;
CREATE TABLE figures (id bigint NOT NULL PRIMARY KEY, net int NOT NULL, gross int AS (net * 2) STORED, twice int AS (net * 2) VIRTUAL, KEY by_twice (twice)) CHARACTER SET utf8mb4;
INSERT INTO figures (id, net) SELECT n, n FROM numbers;
CREATE TABLE sums (id bigint NOT NULL PRIMARY KEY, net int NOT NULL, gross int AS (net * 2) STORED, twice int AS (net * 2) VIRTUAL) CHARACTER SET utf8mb4;
INSERT INTO sums (id, net) SELECT n, n FROM numbers;
CREATE TABLE articles (id bigint NOT NULL PRIMARY KEY, body text, title varchar(40), FULLTEXT KEY words (body)) CHARACTER SET utf8mb4;
INSERT INTO articles SELECT n, n, n FROM numbers;
CREATE TABLE archive (id bigint NOT NULL PRIMARY KEY, body text) ROW_FORMAT=COMPRESSED CHARACTER SET utf8mb4;
INSERT INTO archive SELECT n, n FROM numbers;
CREATE TABLE plain_numbers (id bigint NOT NULL PRIMARY KEY, n int) CHARACTER SET utf8mb4;
INSERT INTO plain_numbers SELECT n, n FROM numbers;
CREATE TABLE narrow (id bigint NOT NULL PRIMARY KEY, name varchar(40), KEY by_name (name)) CHARACTER SET utf8;
INSERT INTO narrow SELECT n, n FROM numbers;
CREATE TABLE events (id int NOT NULL, kind varchar(20)) CHARACTER SET utf8mb4 PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (50), PARTITION p1 VALUES LESS THAN (1000));
INSERT INTO events SELECT n, n FROM numbers;
CREATE TABLE hashed (id int NOT NULL, kind varchar(20)) CHARACTER SET utf8mb4 PARTITION BY HASH (id) PARTITIONS 4;
INSERT INTO hashed SELECT n, n FROM numbers;
CREATE TABLE old_style (id int NOT NULL PRIMARY KEY, n int) ENGINE=MyISAM CHARACTER SET utf8mb4;
INSERT INTO old_style SELECT n, n FROM numbers;
