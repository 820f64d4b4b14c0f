TRUNCATE TABLE orders;
TRUNCATE currencies;
