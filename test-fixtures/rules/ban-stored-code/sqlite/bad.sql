CREATE TRIGGER touch AFTER UPDATE ON orders BEGIN UPDATE orders SET placed_at = 'x' WHERE id = new.id; END;
