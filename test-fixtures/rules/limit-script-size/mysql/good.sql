INSERT INTO currencies (code, name) VALUES ('EUR', 'Euro');
