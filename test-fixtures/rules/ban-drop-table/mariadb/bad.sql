DROP TABLE currencies;
DROP TABLE IF EXISTS orders, customers;
