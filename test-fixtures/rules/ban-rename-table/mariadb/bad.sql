ALTER TABLE orders RENAME TO purchases;
RENAME TABLE currencies TO currency_list;
