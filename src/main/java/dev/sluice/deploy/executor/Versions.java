package dev.sluice.deploy.executor;

import dev.sluice.change.ScriptName;
import dev.sluice.change.Version;

/** Versions as the history holds them: {@code 1.0} and {@code 1} are the same. */
final class Versions {
  private Versions() {}

  static String canonical(ScriptName name) {
    return canonical(name.version());
  }

  static String canonical(String version) {
    return version.isEmpty() ? "" : Version.parse(version).toString();
  }
}
