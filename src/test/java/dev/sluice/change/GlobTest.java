package dev.sluice.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "orders/**/*.sql orders/V1__a.sql",
        "orders/**/*.sql orders/2026/11/V1__a.sql",
        "**/*.sql V1__a.sql",
        "a/**/b/**/c.sql a/x/b/c.sql",
        "a/**/b/**/c.sql a/b/y/c.sql",
        "orders/*.sql orders/订单.sql",
        "orders/V?__*.sql orders/V1__a.sql",
        "{orders,billing}/*.sql billing/V1__a.sql",
        "o[a-z]ders/[!x]*.sql orders/V1__a.sql",
        "orders/a.b+(c)^$|.sql orders/a.b+(c)^$|.sql",
        "orders/** orders/x/y"
      })
  void matches(String pattern, String path) {
    assertThat(Glob.parse(pattern).matches(path)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "orders/*.sql orders/x/V1__a.sql",
        "orders/**/*.sql billing/V1__a.sql",
        "orders/**/*.sql preorders/V1__a.sql",
        "orders/*.sql orders/aXsql",
        "orders/V?__a.sql orders/V/__a.sql",
        "orders/[!x].sql orders/x.sql",
        "orders/[!x].sql orders//.sql",
        "a,b.sql a",
        "Orders/*.sql orders/V1.sql"
      })
  void doesNotMatch(String pattern, String path) {
    assertThat(Glob.parse(pattern).matches(path)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "orders/**/*.sql orders/",
        "orders/V*.sql orders/",
        "a/b{c,d}/*.sql a/",
        "orders/one.sql orders/"
      })
  void watchesTheFolderInFrontOfTheFirstWildcard(String pattern, String folder) {
    assertThat(Glob.parse(pattern).folder()).isEqualTo(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*.sql", "**/*.sql", "one.sql"})
  void aPatternWithoutAFolderWatchesTheTop(String pattern) {
    assertThat(Glob.parse(pattern).folder()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders/[a.sql", "orders/{a,b.sql", "orders/a}.sql", "["})
  void aMalformedPatternIsRefused(String pattern) {
    assertThatThrownBy(() -> Glob.parse(pattern)).isInstanceOf(IllegalArgumentException.class);
  }
}
