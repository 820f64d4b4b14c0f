-- version: 16.4
-- rows: order_days 4000000 600MB
-- rows: order_years 20 8kB
-- materialized: order_days
-- materialized: order_years
-- materialized: order_weeks
CREATE TABLE order_days (day date, total numeric);
CREATE UNIQUE INDEX order_days_day ON order_days (day);
CREATE TABLE order_years (year int, total numeric);
CREATE TABLE order_weeks (week int, total numeric);
CREATE UNIQUE INDEX order_weeks_week ON order_weeks (week) WHERE total > 0;
