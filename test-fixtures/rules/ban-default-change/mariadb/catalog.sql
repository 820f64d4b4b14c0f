-- version: 10.11.8
CREATE TABLE parcels (id bigint PRIMARY KEY, state varchar(10) DEFAULT 'open', weight int DEFAULT 1, note varchar(10), other int);
