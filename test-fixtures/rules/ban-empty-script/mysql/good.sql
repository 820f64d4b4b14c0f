-- something
SELECT 1;
