ALTER TABLE orders MODIFY customer_id int, ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE orders ADD INDEX by_status (status), ALGORITHM=INSTANT;
CREATE FULLTEXT INDEX words ON customers (name) LOCK=NONE;
ALTER TABLE orders DROP INDEX orders_placed_at, ALGORITHM = INSTANT;
ALTER TABLE orders ADD COLUMN note text, ADD KEY by_total (total), ALGORITHM instant;
ALTER TABLE orders MODIFY total bigint, ALGORITHM=NOCOPY;
ALTER TABLE orders MODIFY status varchar(20), ALGORITHM=NOCOPY, LOCK=NONE;
