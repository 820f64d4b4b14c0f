ALTER TABLE customers ADD COLUMN city text, ADD COLUMN street varchar;
