INSERT INTO customers (id, name, email) VALUES (1, 'a', 'a@example.com') ON CONFLICT (email) DO NOTHING;
INSERT INTO currencies (code, name) VALUES ('EUR', 'Euro') ON CONFLICT (code, name) DO UPDATE SET name = excluded.name;
