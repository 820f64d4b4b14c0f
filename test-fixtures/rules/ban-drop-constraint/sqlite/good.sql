DROP INDEX orders_placed_at;
CREATE TABLE regions (code TEXT);
CREATE UNIQUE INDEX regions_code ON regions (code);
DROP INDEX regions_code;
