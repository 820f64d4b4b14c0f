-- version: 16.4
-- rows: events 1600000000 300GB
-- rows: visits 1600000000 300GB
-- rows: days 40 16kB
CREATE TABLE events (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at date);
CREATE TABLE visits (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at date);
CREATE TABLE days (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at date);
