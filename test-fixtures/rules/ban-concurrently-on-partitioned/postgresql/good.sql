CREATE INDEX events_id ON ONLY events (id);
CREATE INDEX CONCURRENTLY events_2024_id ON events_2024 (id);
ALTER INDEX events_id ATTACH PARTITION events_2024_id;
DROP INDEX CONCURRENTLY orders_placed_at;
DROP INDEX events_kind;
