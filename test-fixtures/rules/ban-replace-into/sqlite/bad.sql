REPLACE INTO currencies (code, name) VALUES ('EUR', 'Euro');
INSERT OR REPLACE INTO currencies (name, code) VALUES ('Euro', 'EUR');
