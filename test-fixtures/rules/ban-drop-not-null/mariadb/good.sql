ALTER TABLE orders MODIFY total decimal(10, 2) NOT NULL;
ALTER TABLE orders MODIFY reference text;
ALTER TABLE orders MODIFY id bigint AUTO_INCREMENT;
CREATE TABLE parcels (id bigint PRIMARY KEY, note text NOT NULL);
ALTER TABLE parcels MODIFY note text;
ALTER TABLE elsewhere MODIFY x int;
