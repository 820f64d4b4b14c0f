package dev.sluice.review.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.review.rule.OtherNames.Elsewhere;
import dev.sluice.review.rule.OtherNames.Tool;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whoever comes from Bytebase finds each of its rules about schemas again. */
class BytebaseRulesTest {
  /** Its rules for MySQL, MariaDB and PostgreSQL, but for those about statements. */
  private static final Set<String> TYPES =
      Set.of(
          "ENGINE_MYSQL_USE_INNODB",
          "NAMING_COLUMN",
          "NAMING_COLUMN_AUTO_INCREMENT",
          "NAMING_FULLY_QUALIFIED",
          "NAMING_IDENTIFIER_NO_KEYWORD",
          "NAMING_INDEX_FK",
          "NAMING_INDEX_IDX",
          "NAMING_INDEX_PK",
          "NAMING_INDEX_UK",
          "NAMING_TABLE",
          "TABLE_COMMENT",
          "TABLE_DISALLOW_DDL",
          "TABLE_DISALLOW_DML",
          "TABLE_DISALLOW_PARTITION",
          "TABLE_DISALLOW_SET_CHARSET",
          "TABLE_DISALLOW_TRIGGER",
          "TABLE_DROP_NAMING_CONVENTION",
          "TABLE_LIMIT_SIZE",
          "TABLE_NO_DUPLICATE_INDEX",
          "TABLE_NO_FOREIGN_KEY",
          "TABLE_REQUIRE_CHARSET",
          "TABLE_REQUIRE_COLLATION",
          "TABLE_REQUIRE_PK",
          "TABLE_TEXT_FIELDS_TOTAL_LENGTH",
          "COLUMN_AUTO_INCREMENT_INITIAL_VALUE",
          "COLUMN_AUTO_INCREMENT_MUST_INTEGER",
          "COLUMN_AUTO_INCREMENT_MUST_UNSIGNED",
          "COLUMN_COMMENT",
          "COLUMN_CURRENT_TIME_COUNT_LIMIT",
          "COLUMN_DEFAULT_DISALLOW_VOLATILE",
          "COLUMN_DISALLOW_CHANGE",
          "COLUMN_DISALLOW_CHANGE_TYPE",
          "COLUMN_DISALLOW_CHANGING_ORDER",
          "COLUMN_DISALLOW_DROP_IN_INDEX",
          "COLUMN_DISALLOW_SET_CHARSET",
          "COLUMN_MAXIMUM_CHARACTER_LENGTH",
          "COLUMN_MAXIMUM_VARCHAR_LENGTH",
          "COLUMN_NO_NULL",
          "COLUMN_REQUIRED",
          "COLUMN_REQUIRE_CHARSET",
          "COLUMN_REQUIRE_COLLATION",
          "COLUMN_REQUIRE_DEFAULT",
          "COLUMN_SET_DEFAULT_FOR_NOT_NULL",
          "COLUMN_TYPE_DISALLOW_LIST",
          "SCHEMA_BACKWARD_COMPATIBILITY",
          "DATABASE_DROP_EMPTY_DATABASE",
          "INDEX_CREATE_CONCURRENTLY",
          "INDEX_KEY_NUMBER_LIMIT",
          "INDEX_NO_DUPLICATE_COLUMN",
          "INDEX_PK_TYPE_LIMIT",
          "INDEX_PRIMARY_KEY_TYPE_ALLOWLIST",
          "INDEX_TOTAL_NUMBER_LIMIT",
          "INDEX_TYPE_ALLOW_LIST",
          "INDEX_TYPE_NO_BLOB",
          "SYSTEM_CHARSET_ALLOWLIST",
          "SYSTEM_COLLATION_ALLOWLIST",
          "SYSTEM_COMMENT_LENGTH",
          "SYSTEM_EVENT_DISALLOW_CREATE",
          "SYSTEM_FUNCTION_DISALLOWED_LIST",
          "SYSTEM_FUNCTION_DISALLOW_CREATE",
          "SYSTEM_PROCEDURE_DISALLOW_CREATE",
          "SYSTEM_VIEW_DISALLOW_CREATE");

  @Test
  void eachOfItsRulesAboutSchemasHasOneHere() {
    Set<String> here =
        Rules.infos().stream()
            .flatMap(i -> i.names().elsewhere().stream())
            .filter(e -> e.tool() == Tool.BYTEBASE)
            .map(Elsewhere::name)
            .collect(Collectors.toSet());

    assertThat(here).containsAll(TYPES);
  }
}
