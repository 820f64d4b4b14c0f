CREATE USER app IDENTIFIED BY 'correct horse';
ALTER USER app@'%' IDENTIFIED WITH caching_sha2_password BY 'battery staple';
SET PASSWORD FOR app = 'correct horse';
INSERT INTO settings (name, api_key) VALUES ('pay', 'correct horse');
INSERT INTO settings (name, value) VALUES ('hook', "AKIAIOSFODNN7EXAMPLE");
