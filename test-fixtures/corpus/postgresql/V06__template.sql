INSERT INTO currencies (code, name) VALUES ('${code}', ${name});
