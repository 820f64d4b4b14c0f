-- it fails at the second statement, and there is none
DELETE FROM customers WHERE id = 1;
