DROP TABLE orders;
DROP TABLE IF EXISTS currencies, customers;
