ALTER TABLE customers ADD COLUMN city varchar(40), ADD COLUMN street character varying(80);
