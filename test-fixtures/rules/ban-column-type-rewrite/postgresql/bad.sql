ALTER TABLE orders ALTER COLUMN total TYPE double precision;
ALTER TABLE orders ALTER COLUMN reference TYPE varchar(50);
ALTER TABLE customers ALTER COLUMN country TYPE text USING upper(country);
ALTER TABLE currencies ALTER COLUMN code TYPE char(3);
