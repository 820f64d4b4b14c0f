# sluice:ignore ban-drop-table archived in ticket DBA-17, nobody reads it
DROP TABLE orders;
-- sluice:ignore drop-table former names count too
DROP TABLE customers;
