DROP VIEW IF EXISTS no_such_view;
DROP TRIGGER IF EXISTS orders_audit;
CREATE TRIGGER orders_audit AFTER INSERT ON orders BEGIN INSERT INTO customers (name) VALUES (new.status); END;
