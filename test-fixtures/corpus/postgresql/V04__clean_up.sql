-- sluice:ignore ban-drop-column nothing has read it since release 41, see DBA-212
ALTER TABLE orders DROP COLUMN reference;

ALTER TABLE customers RENAME COLUMN country TO country_code;
DROP INDEX orders_placed_at;
DROP TABLE IF EXISTS old_orders;
DELETE FROM currencies;
