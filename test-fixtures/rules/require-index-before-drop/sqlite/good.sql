CREATE INDEX orders_placed ON orders (placed_at, id);
DROP INDEX orders_placed_at;
CREATE INDEX orders_id ON orders (id, placed_at);
CREATE TABLE parcels (id bigint PRIMARY KEY, note text);
CREATE INDEX notes ON parcels (note);
DROP INDEX notes;
CREATE INDEX all_notes ON parcels (note);
