ALTER TABLE orders DROP COLUMN IF EXISTS never_was_there;
CREATE TABLE notes (id bigint PRIMARY KEY, body text, draft text);
ALTER TABLE notes DROP COLUMN draft;
