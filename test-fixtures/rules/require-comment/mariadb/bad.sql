CREATE TABLE t (id bigint PRIMARY KEY COMMENT 'Key', note text);
ALTER TABLE orders ADD COLUMN note text;
CREATE TABLE u (id bigint PRIMARY KEY COMMENT 'A key that says far too much about itself') COMMENT='Us';
