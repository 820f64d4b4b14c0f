package dev.sluice.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.target.EmbeddedDatabases.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TargetSettingsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://lin:hunter22@db/orders",
        "jdbc:postgresql://db/orders?ssl=true&password=hunter22",
        "jdbc:postgresql://db/orders?user=lin"
      })
  void credentialsDoNotBelongIntoTheUrl(String url) {
    assertThatThrownBy(() -> new TestDatabase(url, "", "").settings())
        .hasMessageContaining("credentials")
        .hasMessageNotContaining("hunter22");
  }

  @Test
  void thePasswordIsNotShown() {
    assertThat(new TestDatabase("jdbc:postgresql://db/o", "lin", "hunter22").settings().toString())
        .doesNotContain("hunter22");
  }
}
