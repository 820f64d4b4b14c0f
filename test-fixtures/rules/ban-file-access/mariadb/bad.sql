LOAD DATA INFILE '/tmp/orders.csv' INTO TABLE orders;
LOAD DATA LOCAL INFILE 'orders.csv' INTO TABLE orders;
SELECT id INTO OUTFILE '/tmp/orders.csv' FROM orders;
UPDATE customers SET name = LOAD_FILE('/etc/passwd') WHERE id = 1;
