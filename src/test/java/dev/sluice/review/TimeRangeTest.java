package dev.sluice.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeRangeTest {
  @ParameterizedTest
  @CsvSource({
    "1, 900, under a second",
    "200, 12000, up to 12 s",
    "40000, 200000, 40 s–3 min",
    "120000, 900000, 2–15 min",
    "1200000, 24000000, 20 min–7 h",
    "200000000, 900000000, 2–10 days",
    "60000, 61000, about 60 s"
  })
  void saysNoMoreThanIsKnown(long least, long most, String words) {
    assertThat(new TimeRange(least, most)).hasToString(words);
  }
}
