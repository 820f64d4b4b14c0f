SELECT id FROM orders WHERE id IN (SELECT id FROM orders WHERE id IN (SELECT id FROM orders WHERE id IN ((1 + (2))))) AND id IN (SELECT id FROM orders);
