package dev.sluice.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobOverlapTest {
  @ParameterizedTest
  @CsvSource({
    "a/*.sql, a/*.sql",
    "a/**/*.sql, a/x.sql",
    "**/*.sql, a/b/c/V1.sql",
    "a/**, **/b/*.sql",
    "a/V?.sql, a/*1.sql",
    "a/[abc].sql, a/b.sql",
    "'{a,b}/*.sql', b/x*",
    "orders/**/*.sql, orders/V1__a.sql",
    "*/x.sql, y/*",
  })
  void overlap(String one, String other) {
    assertThat(GlobOverlap.overlap(one, other)).isTrue();
    assertThat(GlobOverlap.overlap(other, one)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "a/*.sql, b/*.sql",
    "a/*.sql, a/b/*.sql",
    "orders/**/*.sql, billing/**/*.sql",
    "V*.sql, R*.sql",
    "a/*.sql, a/*.txt",
    "a/V?.sql, a/V12.sql",
    "'{a,b}/*.sql', c/x*",
    "a*, a/b",
    "orders/**/*.sql, orders2/**/*.sql",
  })
  void apart(String one, String other) {
    assertThat(GlobOverlap.overlap(one, other)).isFalse();
    assertThat(GlobOverlap.overlap(other, one)).isFalse();
  }
}
