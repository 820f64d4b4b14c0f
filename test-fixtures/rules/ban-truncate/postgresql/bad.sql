TRUNCATE orders;
TRUNCATE TABLE customers, currencies CASCADE;
