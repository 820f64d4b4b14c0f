package dev.sluice.flow.known;

import dev.sluice.change.Script;
import java.util.List;

/** Where the repository's scripts for a database are read. */
@FunctionalInterface
public interface ScriptSource {
  /** Throws IllegalStateException, with the reason, when they cannot be read. */
  List<Script> scripts(String database);
}
