CREATE TABLE payments (id bigint, amount numeric NOT NULL DEFAULT 0, n bigserial, PRIMARY KEY (id));
