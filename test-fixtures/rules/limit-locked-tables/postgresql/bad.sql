ALTER TABLE orders ADD COLUMN note text;
ALTER TABLE currencies ADD COLUMN note text;
ALTER TABLE customers ADD COLUMN note text;
ALTER TABLE invoices ADD COLUMN note text;
ALTER TABLE events_2024 ADD COLUMN note text;
