ALTER TABLE customers RENAME TO clients;
CREATE VIEW customers AS SELECT id, name, email, country FROM clients;

CREATE TABLE drafts (id bigint PRIMARY KEY);
ALTER TABLE drafts RENAME TO order_drafts;
