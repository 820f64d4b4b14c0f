CREATE INDEX by_status ON orders (status);
ALTER TABLE orders ADD UNIQUE KEY placed (placed_at), ADD KEY `Total` (total);
