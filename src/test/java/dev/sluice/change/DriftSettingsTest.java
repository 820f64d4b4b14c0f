package dev.sluice.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class DriftSettingsTest {
  @Test
  void aPatternMeansObjectsOfItsKindWhoseWholeNameItMatches() {
    DriftIgnore ghosts = DriftIgnore.parse("table:.*_gh[oc]$");
    assertThat(ghosts.matches("TABLE", "public.orders_gho")).isTrue();
    assertThat(ghosts.matches("TABLE", "public.orders_gho_old")).isFalse();
    assertThat(ghosts.matches("VIEW", "public.orders_gho")).isFalse();
    assertThat(DriftIgnore.parse("*:tmp.*").matches("VIEW", "tmp_sums")).isTrue();
  }

  @Test
  void aMalformedPatternIsRefusedWithTheForm() {
    assertThatThrownBy(() -> DriftIgnore.parse("orders")).hasMessageContaining("kind:pattern");
    assertThatThrownBy(() -> DriftIgnore.parse("table:(")).hasMessageContaining("expression");
  }

  @Test
  void whatIsDoneByItselfHasAPeriodOrIsOff() {
    assertThat(Every.parse("24h").period()).contains(Duration.ofDays(1));
    assertThat(Every.parse("90m").period()).contains(Duration.ofMinutes(90));
    assertThat(Every.parse("off").period()).isEmpty();
    assertThatThrownBy(() -> Every.parse("0h")).hasMessageContaining("off");
    assertThatThrownBy(() -> Every.parse("daily")).hasMessageContaining("24h");
  }
}
