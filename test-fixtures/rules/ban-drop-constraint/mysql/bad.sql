ALTER TABLE orders DROP FOREIGN KEY orders_customer, DROP CONSTRAINT orders_check;
DROP INDEX customers_email ON customers;
