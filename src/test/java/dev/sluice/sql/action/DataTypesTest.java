package dev.sluice.sql.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.sql.DataType;
import dev.sluice.sql.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataTypesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POSTGRESQL | int4                        | integer",
        "POSTGRESQL | INT8                        | bigint",
        "POSTGRESQL | serial                      | integer",
        "POSTGRESQL | varchar(20)                 | character varying(20)",
        "POSTGRESQL | character varying           | character varying",
        "POSTGRESQL | char                        | character(1)",
        "POSTGRESQL | decimal(10, 2)              | numeric(10,2)",
        "POSTGRESQL | float                       | double precision",
        "POSTGRESQL | float(24)                   | real",
        "POSTGRESQL | double precision            | double precision",
        "POSTGRESQL | timestamptz(3)              | timestamp with time zone(3)",
        "POSTGRESQL | timestamp(3) with time zone | timestamp with time zone(3)",
        "POSTGRESQL | timestamp                   | timestamp without time zone",
        "POSTGRESQL | time with time zone         | time with time zone",
        "POSTGRESQL | interval day to second(3)   | interval(3)",
        "POSTGRESQL | text[][]                    | text[]",
        "POSTGRESQL | int ARRAY[4]                | integer[]",
        "POSTGRESQL | pg_catalog.int4             | integer",
        "POSTGRESQL | shop.mood                   | shop.mood",
        "POSTGRESQL | \"char\"                    | \"char\"",
        "POSTGRESQL | national char varying(5)    | character varying(5)",
        "SQLITE     | UNSIGNED BIG INT            | unsigned big int",
        "SQLITE     | VARCHAR(5)                  | varchar(5)",
        "MYSQL      | INTEGER(11) UNSIGNED        | int unsigned",
        "MYSQL      | bool                        | tinyint(1)",
        "MYSQL      | tinyint(1)                  | tinyint(1)",
        "MYSQL      | numeric(10,2)               | decimal(10,2)",
        "MYSQL      | enum('a','b')               | enum('a','b')",
        "MARIADB    | varchar(5) character set x  | varchar(5)",
      })
  void eachMeaningHasOneSpelling(Dialect dialect, String written, String canonical) {
    assertThat(DataTypes.parse(written, dialect)).hasToString(canonical);
  }

  @Test
  void whatCannotBeReadKeepsItsText() {
    assertThat(DataTypes.parse("(odd)", Dialect.POSTGRESQL)).isEqualTo(DataType.of("(odd)"));
    assertThat(DataTypes.parse("", Dialect.SQLITE)).isEqualTo(DataType.of(""));
  }
}
