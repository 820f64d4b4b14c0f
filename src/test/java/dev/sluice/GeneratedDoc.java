package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of the repository whose content follows from the code. A test compares the two; only
 * {@code ./mvnw test -Dgolden=update} writes, so that a second run does not turn green by itself.
 */
public final class GeneratedDoc {
  private GeneratedDoc() {}

  /**
   * Fails when the file's content is not {@code expected}.
   *
   * @param path relative to the top of the repository, e.g. {@code docs/commands.md}
   */
  public static void check(String path, String expected) {
    Path file = Path.of(path);
    try {
      if ("update".equals(System.getProperty("golden"))) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, expected);
      } else if (Files.notExists(file)) {
        fail("%s is missing; write it with -Dgolden=update", path);
      }
      assertThat(Files.readString(file))
          .as("%s is out of date; if the change is meant, write it with -Dgolden=update", path)
          .isEqualTo(expected);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
