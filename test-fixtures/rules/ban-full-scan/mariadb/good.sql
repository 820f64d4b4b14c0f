-- most of the orders are no matter for an index
DELETE FROM orders WHERE status <> 'open';
-- not that large
DELETE FROM customers WHERE country = 'nl';
-- nobody was asked
UPDATE currencies SET name = 'x' WHERE name = 'y';
