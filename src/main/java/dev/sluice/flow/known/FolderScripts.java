package dev.sluice.flow.known;

import dev.sluice.change.Script;
import dev.sluice.change.ScriptMap;
import dev.sluice.flow.Landscape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The scripts of a checkout of the repository. */
public final class FolderScripts implements ScriptSource {
  private final Supplier<Landscape> landscape;
  private final Path root;

  /**
   * @param root the top of the checkout: paths in the configuration begin there
   */
  public FolderScripts(Supplier<Landscape> landscape, Path root) {
    this.landscape = landscape;
    this.root = root;
  }

  @Override
  public List<Script> scripts(String database) {
    ScriptMap map = new ScriptMap(landscape.get().projects());
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(f -> root.relativize(f).toString().replace('\\', '/'))
          .filter(ScriptMap::isSql)
          .filter(p -> map.find(p).filter(m -> m.databases().contains(database)).isPresent())
          .sorted()
          .map(p -> ReadScript.of(p, bytes(root.resolve(p))))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(root + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
