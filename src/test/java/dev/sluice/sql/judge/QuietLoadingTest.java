package dev.sluice.sql.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.antlr.v4.runtime.RuntimeMetaData;
import org.junit.jupiter.api.Test;

class QuietLoadingTest {
  @Test
  void noticesAboutTheGrammarsVersionAreNotPrintedAndEverythingElseIs() {
    PrintStream stderr = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      QuietLoading.of(
          () -> {
            RuntimeMetaData.checkVersion("4.10.1", "4.10.1");
            System.err.printf("disk %s%n", "full");
          });
      System.err.println("later");
    } finally {
      System.setErr(stderr);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("disk full", "later");
  }
}
