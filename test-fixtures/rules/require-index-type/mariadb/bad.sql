CREATE INDEX by_status ON orders (status) USING HASH;
ALTER TABLE orders ADD INDEX by_total USING HASH (total);
