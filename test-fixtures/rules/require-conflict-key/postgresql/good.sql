INSERT INTO currencies (code, name) VALUES ('EUR', 'Euro') ON CONFLICT (code) DO UPDATE SET name = excluded.name;
INSERT INTO currencies (code, name) VALUES ('EUR', 'Euro') ON CONFLICT ON CONSTRAINT currencies_pkey DO NOTHING;
INSERT INTO currencies (code, name) VALUES ('EUR', 'Euro') ON CONFLICT DO NOTHING;
CREATE UNIQUE INDEX customers_email ON customers (lower(email));
INSERT INTO customers (id, name, email) VALUES (1, 'a', 'a@example.com') ON CONFLICT (lower(email)) DO NOTHING;
CREATE UNIQUE INDEX customers_name ON customers (country, name);
INSERT INTO customers (id, name, email) VALUES (1, 'a', 'a@example.com') ON CONFLICT ("name", country) DO NOTHING;
