ALTER TABLE events ADD COLUMN note varchar(20), ADD COLUMN more varchar(20);
INSERT INTO events (at) VALUES ('2027-01-01');
