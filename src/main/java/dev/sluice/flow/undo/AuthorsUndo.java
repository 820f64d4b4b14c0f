package dev.sluice.flow.undo;

import dev.sluice.change.Script;
import dev.sluice.change.ScriptName;
import dev.sluice.change.Version;
import dev.sluice.mergerequest.Repositories;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The undo script that people wrote: beside the script, of the same version. */
public final class AuthorsUndo {
  private final Repositories repositories;

  public AuthorsUndo(Repositories repositories) {
    this.repositories = repositories;
  }

  /**
   * @param sha where the files are read
   */
  public Optional<String> of(long repository, String sha, Script script) {
    if (script.name().kind() != ScriptName.Kind.VERSIONED) {
      return Optional.empty();
    }
    int slash = script.path().lastIndexOf('/');
    String folder = slash < 0 ? "" : script.path().substring(0, slash);
    return repositories.files(repository, sha, folder).stream()
        .filter(p -> p.lastIndexOf('/') == slash)
        .filter(p -> undoes(p, script.name()))
        .findFirst()
        .flatMap(p -> repositories.file(repository, sha, p))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private static boolean undoes(String path, ScriptName of) {
    return ScriptName.parse(path)
        .filter(n -> n.kind() == ScriptName.Kind.UNDO)
        .filter(n -> Version.parse(n.version()).equals(Version.parse(of.version())))
        .isPresent();
  }
}
