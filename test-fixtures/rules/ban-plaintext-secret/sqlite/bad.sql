INSERT INTO settings (name, api_key) VALUES ('pay', 'correct horse');
INSERT INTO settings (name, value) VALUES ('hook', 'AKIAIOSFODNN7EXAMPLE');
