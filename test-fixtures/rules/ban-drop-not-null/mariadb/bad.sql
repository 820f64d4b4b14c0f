ALTER TABLE orders MODIFY total decimal(10, 2);
ALTER TABLE orders CHANGE status state varchar(20) NULL DEFAULT 'open', ADD COLUMN note text;
