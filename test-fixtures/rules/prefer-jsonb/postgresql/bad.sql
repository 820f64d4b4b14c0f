ALTER TABLE orders ADD COLUMN details json;
CREATE TABLE events (id bigint PRIMARY KEY, body json NOT NULL);
