-- Statements that SQLite refuses, each marked with the place where it gives up.
SELEC 1; -- SELEC
CREATE TABLE t (a INT,, b INT); -- ,
CREATE TABLE t (a INT; -- end
ALTER TABLE missing ADD COLUMN a INT NOT NUL; -- NUL
ALTER TABLE t ADD CONSTRAINT c FOREIGN KEY (a) REFERENCES b; -- FOREIGN
INSERT INTO t VALUES (1, 2; -- end
SELECT 1 FROM t WHERE; -- end
UPDATE t SET a = 1, WHERE b = 2; -- WHERE
DELETE t WHERE a = 1; -- t
CREATE TABLE order (a INT); -- order
DROP TABEL t; -- TABEL
CREATE INDEX ix t (a); -- t
TRUNCATE TABLE t; -- TRUNCATE
CREATE TRIGGER tr AFTER INSERT ON missing BEGIN SELEC 1; END; -- SELEC
SELECT 1 SELECT 2; -- SELECT
