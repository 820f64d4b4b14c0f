-- sluice:ignore ban-drop-table
DROP TABLE orders;
-- sluice:ignore
DROP TABLE customers;
