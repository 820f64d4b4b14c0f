ALTER TABLE orders ADD COLUMN channel text NOT NULL DEFAULT 'web';
ALTER TABLE orders ADD COLUMN region text;
CREATE TABLE drafts (id bigint PRIMARY KEY);
ALTER TABLE drafts ADD COLUMN body text NOT NULL;
