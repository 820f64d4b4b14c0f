ALTER TABLE customers RENAME TO clients;
CREATE VIEW customers AS SELECT id, name, email, country FROM clients;

CREATE TABLE drafts (id bigint PRIMARY KEY);
RENAME TABLE drafts TO order_drafts;
