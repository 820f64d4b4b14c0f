package dev.sluice.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreSettingsTest {

  @Test
  void takesPostgresAndFilesOnly() {
    assertThat(StoreSettings.supports("jdbc:sqlite:data/sluice.db")).isTrue();
    assertThat(StoreSettings.supports("jdbc:postgresql://db/sluice")).isTrue();
    assertThat(StoreSettings.supports("jdbc:sqlite::memory:")).isFalse();
    assertThat(StoreSettings.supports("jdbc:sqlite:")).isFalse();
    assertThat(StoreSettings.supports("jdbc:h2:mem:x")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://lin:hunter2@db/sluice",
        "jdbc:postgresql://db/sluice?password=hunter2",
        "jdbc:postgresql://db/sluice?ssl=true&PASSWORD=hunter2"
      })
  void refusesCredentialsInTheUrlWithoutRepeatingThem(String url) {
    assertThatThrownBy(() -> new StoreSettings(url, Optional.empty(), Optional.empty()))
        .hasMessageContaining("must not contain credentials")
        .hasMessageNotContaining("hunter2");
  }
}
