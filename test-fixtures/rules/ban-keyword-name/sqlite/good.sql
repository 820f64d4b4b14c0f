CREATE TABLE users (id INTEGER PRIMARY KEY, order_number INTEGER, name TEXT);
