package dev.sluice.change;

import java.util.List;

/**
 * What an approval is bound to: SHA-256 over the sorted (database, path, SHA-256 of the bytes) of a
 * change. Directives are comments in the bytes, so they count too. Survives a rebase or a squash;
 * any byte of SQL and any remapping of a file to another database changes it.
 *
 * @param value 64 hexadecimal digits
 */
public record Digest(String value) {
  public static Digest of(List<MappedScript> scripts) {
    List<String> lines =
        scripts.stream()
            .flatMap(
                s ->
                    s.databases().stream()
                        .map(d -> d + "\0" + s.script().path() + "\0" + s.script().sha256()))
            .sorted()
            .toList();
    return new Digest(Sha256.of(String.join("\n", lines)));
  }

  /** The first seven digits, for people. */
  public String brief() {
    return value.substring(0, 7);
  }

  @Override
  public String toString() {
    return value;
  }
}
