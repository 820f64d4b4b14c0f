COPY orders (id, status) FROM STDIN;
1	open
\.
COPY orders (id) TO STDOUT;
INSERT INTO currencies (code, name) VALUES ('x', 'pg_read_file()');
