CREATE TABLE drafts (id bigint PRIMARY KEY, txt text);
ALTER TABLE drafts CHANGE txt body text;
ALTER TABLE orders CHANGE total total decimal(10, 2) NOT NULL;
