-- sluice:ignore ban-drop-table nothing is dropped here
UPDATE orders SET status = 'closed' WHERE id = 1;
