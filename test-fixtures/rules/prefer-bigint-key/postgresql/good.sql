CREATE TABLE payments (id bigserial PRIMARY KEY, position smallint);
CREATE TABLE refunds (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
CREATE TABLE years (year integer PRIMARY KEY);
CREATE TABLE countries (id serial PRIMARY KEY);
CREATE TEMP TABLE scratch (id serial PRIMARY KEY);
