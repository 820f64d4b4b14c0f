UPDATE orders SET id = id + 1000, status = 'moved' WHERE id < 10;
UPDATE currencies SET code = 'EUR' WHERE code = 'eur';
