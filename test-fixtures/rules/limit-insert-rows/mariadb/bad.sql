INSERT INTO currencies (code, name) VALUES ('EUR', 'Euro'), ('USD', 'Dollar'), ('CHF', 'Franc');
