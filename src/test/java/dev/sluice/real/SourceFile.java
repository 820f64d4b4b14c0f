package dev.sluice.real;

import dev.sluice.change.ScriptName;
import dev.sluice.change.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** One migration. */
record SourceFile(String name, String text) {
  /** The scripts of a folder in the order of their versions. */
  static List<SourceFile> in(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      List<Path> scripts =
          paths
              .filter(p -> ScriptName.parse(p.toString()).isPresent())
              .sorted(Comparator.comparing(SourceFile::version))
              .toList();
      return scripts.stream().map(SourceFile::read).toList();
    }
  }

  private static Version version(Path path) {
    return Version.parse(ScriptName.parse(path.toString()).orElseThrow().version());
  }

  private static SourceFile read(Path path) {
    try {
      return new SourceFile(path.getFileName() + "", Files.readString(path));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
