DROP VIEW open_orders;
DROP FUNCTION IF EXISTS total_of(bigint);
DROP TRIGGER orders_audit ON orders;
DROP TYPE mood;
DROP POLICY own_orders ON orders;
DROP SEQUENCE counter;
