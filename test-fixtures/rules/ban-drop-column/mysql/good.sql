CREATE TABLE notes (id bigint AUTO_INCREMENT PRIMARY KEY, body text, draft text);
ALTER TABLE notes DROP COLUMN draft;
