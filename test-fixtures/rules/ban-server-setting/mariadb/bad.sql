SET GLOBAL max_connections = 500;
SET @@global.max_connections = 500, sort_buffer_size = 1000;
