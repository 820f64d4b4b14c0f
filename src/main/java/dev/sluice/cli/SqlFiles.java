package dev.sluice.cli;

import dev.sluice.change.ScriptName;
import dev.sluice.change.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The SQL files that a command line names, in the order in which they would run. */
final class SqlFiles {
  /** Versioned scripts of a folder by version; what has no version comes after, by name. */
  private static final Comparator<Path> AS_THEY_RUN =
      Comparator.comparing((Path p) -> folder(p))
          .thenComparing(p -> version(p).isEmpty())
          .thenComparing(p -> version(p).orElse(Version.parse("0")))
          .thenComparing(Path::toString);

  private SqlFiles() {}

  /** Throws {@link CommandFailed} for what is not there. */
  static List<Path> of(List<Path> named) {
    List<Path> files = new ArrayList<>();
    for (Path path : named) {
      if (Files.isDirectory(path)) {
        files.addAll(inside(path));
      } else if (Files.isRegularFile(path)) {
        files.add(path);
      } else {
        throw new CommandFailed(path + " is not there");
      }
    }
    return files.stream().distinct().sorted(AS_THEY_RUN).toList();
  }

  static String text(Path file) {
    try {
      String text = Files.readString(file);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new CommandFailed(file + " is not UTF-8", e);
    } catch (IOException e) {
      throw new CommandFailed(file + " cannot be read (" + e.getClass().getSimpleName() + ")", e);
    }
  }

  private static List<Path> inside(Path directory) {
    try (Stream<Path> walk = Files.walk(directory)) {
      return walk.filter(Files::isRegularFile)
          .filter(p -> p.toString().toLowerCase(Locale.ROOT).endsWith(".sql"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String folder(Path path) {
    return String.valueOf(path.getParent());
  }

  private static Optional<Version> version(Path path) {
    return ScriptName.parse(path.toString())
        .filter(name -> name.kind() == ScriptName.Kind.VERSIONED)
        .map(name -> Version.parse(name.version()));
  }
}
