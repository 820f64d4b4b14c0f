-- version: 11.4
-- rows: events 1600000000 300GB
-- rows: visits 1600000000 300GB
-- rows: days 40 16kB
CREATE TABLE events (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, at date);
CREATE TABLE visits (id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, at date);
CREATE TABLE days (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, at date);
