DELIMITER //
CREATE PROCEDURE drop_it(name varchar(64))
BEGIN
  SET @s = CONCAT('DROP TABLE ', name);
  PREPARE stmt FROM @s;
  EXECUTE stmt;
END //
DELIMITER ;
