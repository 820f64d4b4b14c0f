package dev.sluice.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VersionTest {
  @Test
  void versionsAreOrderedAsNumbersAndNotAsText() {
    List<String> sorted =
        Stream.of("10", "2", "1.10", "1.9", "20261122093000123456789", "1", "002.1")
            .map(Version::parse)
            .sorted()
            .map(Version::toString)
            .toList();
    assertThat(sorted)
        .containsExactly("1", "1.9", "1.10", "2", "2.1", "10", "20261122093000123456789");
  }

  @Test
  void zerosAtTheEndAndInFrontChangeNothing() {
    assertThat(Version.parse("1.0.0")).isEqualTo(Version.parse("1"));
    assertThat(Version.parse("001")).isEqualTo(Version.parse("1"));
    assertThat(Version.parse("0.0")).isEqualTo(Version.parse("0"));
    assertThat(Version.parse("1.0")).isEqualByComparingTo(Version.parse("1"));
    assertThat(Version.parse("10")).isNotEqualTo(Version.parse("1"));
  }
}
