package dev.sluice.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SecretTest {
  @Test
  void aSecretInsideARecordDoesNotPrint() {
    record Login(String user, Secret password) {}
    assertThat(new Login("lin", Secret.parse("hunter2!")).toString())
        .contains("***")
        .doesNotContain("hunter2!");
  }

  @Test
  void aConfiguredSecretIsBlankedWhereverItIsQuoted() {
    Secret.parse("glpat-1234567890");
    Secret.parse("glpat-1234567890-longer");
    assertThat(Secrets.blank("GET /?t=glpat-1234567890-longer&u=glpat-1234567890"))
        .isEqualTo("GET /?t=***&u=***");
  }

  @Test
  void aShortSecretDoesNotGarbleTheText() {
    Secret.parse("demo");
    assertThat(Secrets.blank("starting the demo")).isEqualTo("starting the demo");
  }

  @Test
  void anEmptySecretIsAMistake() {
    assertThatIllegalArgumentException().isThrownBy(() -> Secret.parse(" "));
  }
}
