DROP VIEW IF EXISTS no_such_view;
DROP VIEW open_orders;
CREATE VIEW open_orders AS SELECT id, status FROM orders WHERE status = 'open';
DROP TRIGGER IF EXISTS orders_audit ON orders;
CREATE TRIGGER orders_audit AFTER INSERT ON orders FOR EACH ROW EXECUTE FUNCTION audit();
CREATE TYPE mood AS ENUM ('good', 'bad');
DROP TYPE mood;
