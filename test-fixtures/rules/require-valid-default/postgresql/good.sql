CREATE TABLE regions (code varchar(4) DEFAULT 'none', id int DEFAULT '5', small smallint DEFAULT -32768, at timestamptz DEFAULT 'now', PRIMARY KEY (id));
ALTER TABLE orders ADD COLUMN tags text[] DEFAULT '{}', ADD COLUMN made date DEFAULT current_date, ADD COLUMN ratio numeric DEFAULT 1e5;
