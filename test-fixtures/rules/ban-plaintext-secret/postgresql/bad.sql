CREATE ROLE app LOGIN PASSWORD 'correct horse';
ALTER USER app WITH ENCRYPTED PASSWORD 'battery staple';
ALTER ROLE app PASSWORD 'md5aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';
CREATE USER MAPPING FOR app SERVER erp OPTIONS (user 'app', password 'correct horse');
CREATE SUBSCRIPTION s CONNECTION 'host=db user=app password=staple' PUBLICATION p;
SELECT dblink_connect('postgres://app:staple@db/shop');
INSERT INTO settings (name, api_key) VALUES ('pay', 'correct horse');
INSERT INTO settings (name, value) VALUES ('hook', 'glpat-AbCdEfGhIjKlMnOpQrSt');
