INSERT INTO currencies (code, name) VALUES ('x', 'load_file()');
