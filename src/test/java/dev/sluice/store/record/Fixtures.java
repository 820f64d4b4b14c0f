package dev.sluice.store.record;

import dev.sluice.change.Change;
import dev.sluice.change.MappedScript;
import dev.sluice.change.Remark;
import dev.sluice.change.Script;
import dev.sluice.change.ScriptName;
import dev.sluice.change.Sha256;
import dev.sluice.mergerequest.MergeRequestId;
import java.util.List;

/** Changes to write down. */
final class Fixtures {

  static final MergeRequestId FIRST = new MergeRequestId(7, 1);
  static final MergeRequestId SECOND = new MergeRequestId(7, 2);

  private Fixtures() {}

  static Change change(MergeRequestId id, MappedScript... scripts) {
    return new Change(
        id, List.of(scripts), List.of(new Remark("README.sql", Remark.Level.INFO, "ignored")));
  }

  static MappedScript script(String file, String text, String... databases) {
    String path = "orders/" + file;
    return new MappedScript(
        new Script(path, ScriptName.parse(path).orElseThrow(), text, Sha256.of(text)),
        "orders",
        List.of(databases));
  }
}
