COPY orders (id, status) FROM '/tmp/orders.csv';
COPY (SELECT id FROM orders) TO PROGRAM 'mail boss';
INSERT INTO currencies (code, name) SELECT 'x', pg_read_file('/etc/passwd');
LOAD 'plugin';
