INSERT INTO accounts (name, password) VALUES ('admin', '$2b$12$abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ012');
INSERT INTO accounts (name, password_hint) VALUES ('admin', 'the usual');
INSERT INTO texts (code, body) VALUES ('reset', 'Choose a new password: it needs 8 characters');
INSERT INTO accounts (name, password) VALUES ('admin', NULL);
INSERT INTO links (url) VALUES ('https://example.com:8080/a@b');
