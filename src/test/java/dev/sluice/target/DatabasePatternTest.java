package dev.sluice.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabasePatternTest {
  @Test
  void partsOfTheNameBecomeLabels() {
    DatabasePattern pattern = DatabasePattern.parse("tenant_{region}_{customer}");
    assertThat(pattern.labels("tenant_eu_0042"))
        .contains(Map.of("region", "eu", "customer", "0042"));
    assertThat(pattern.labels("tenant_eu_big_one"))
        .contains(Map.of("region", "eu", "customer", "big_one"));
    assertThat(pattern.labels("tenant_eu")).isEmpty();
  }

  @Test
  void percentIsAnything() {
    DatabasePattern pattern = DatabasePattern.parse("shop%");
    assertThat(pattern.labels("shop")).contains(Map.of());
    assertThat(pattern.labels("shop_7")).contains(Map.of());
    assertThat(pattern.labels("myshop")).isEmpty();
    assertThat(pattern.labels("shop 7")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "{Region}", "{a}{", "a/b", "{a}_{a}"})
  void whatIsNoPatternIsRefused(String text) {
    assertThatThrownBy(() -> DatabasePattern.parse(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shardsAreNamesOrRanges() {
    assertThat(ShardNames.parse("eu").all()).containsExactly("eu");
    assertThat(ShardNames.parse("t{098..101}").all())
        .containsExactly("t098", "t099", "t100", "t101");
    assertThat(ShardNames.parse("{1..2}-eu").all()).containsExactly("1-eu", "2-eu");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "t{2..1}", "t{1..99999}", "t{1..}", "a/b"})
  void otherShardsAreRefused(String text) {
    assertThatThrownBy(() -> ShardNames.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
