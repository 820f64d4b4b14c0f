package dev.sluice.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetNameTest {
  @ParameterizedTest
  @ValueSource(strings = {"orders@prod", "orders@prod/eu", "orders@prod/eu/west"})
  void whatIsWrittenIsReadBack(String text) {
    assertThat(TargetName.parse(text)).hasToString(text);
  }

  @Test
  void aShardTellsTheTargetsOfAGroupApart() {
    assertThat(TargetName.parse("orders@prod/eu"))
        .isEqualTo(new TargetName("orders", "prod", "eu"));
    assertThat(TargetName.parse("orders@prod")).isEqualTo(TargetName.of("orders", "prod"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "orders", "@prod", "orders@", "orders@/eu", "orders@prod/"})
  void anythingElseIsRefusedWithTheForm(String text) {
    assertThatThrownBy(() -> TargetName.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("database@environment");
  }
}
