CREATE TYPE mood AS ENUM ('sad');
ALTER TYPE mood RENAME TO feeling;
ALTER INDEX orders_placed_at RENAME TO placed;
ALTER TYPE state ADD VALUE 'late';
ALTER TABLE orders RENAME CONSTRAINT orders_pkey TO pk;
ALTER ROLE app RENAME TO application;
