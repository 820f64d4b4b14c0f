CREATE USER app IDENTIFIED BY 'correct horse';
ALTER USER app IDENTIFIED VIA mysql_native_password USING PASSWORD('battery staple');
SET PASSWORD FOR app = PASSWORD('correct horse');
INSERT INTO settings (name, api_key) VALUES ('pay', 'correct horse');
INSERT INTO settings (name, value) VALUES ('hook', "AKIAIOSFODNN7EXAMPLE");
