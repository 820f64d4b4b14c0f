CREATE INDEX by_status ON orders (status) USING BTREE;
ALTER TABLE orders ADD INDEX by_total (total);
