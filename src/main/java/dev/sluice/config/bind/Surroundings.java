package dev.sluice.config.bind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where {@code ${env:…}} and {@code ${file:…}} come from; tests bring their own. */
public interface Surroundings {
  Optional<String> variable(String name);

  /** The file's text; throws IOException where it cannot be read. */
  String file(Path path) throws IOException;

  /** The environment and the file system of this process. */
  static Surroundings ofThisProcess() {
    return new Surroundings() {
      @Override
      public Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name));
      }

      @Override
      public String file(Path path) throws IOException {
        return Files.readString(path);
      }
    };
  }
}
