package dev.sluice.flow.change;

import dev.sluice.change.Change;
import dev.sluice.change.DeployedScript;
import dev.sluice.change.Project;
import dev.sluice.change.Remark;
import dev.sluice.change.ReviewChoice;
import dev.sluice.change.ScriptMap;
import dev.sluice.change.ScriptMapping;
import dev.sluice.language.Language;
import dev.sluice.mergerequest.FileChange;
import dev.sluice.mergerequest.FileChange.Kind;
import dev.sluice.mergerequest.FileChanges;
import dev.sluice.mergerequest.MergeRequestId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A merge request in the making: its files, what is on the branch, what ran. */
final class ChangeReading {
  static final String HEAD = "head";
  private static final String TARGET = "target";

  final FakeRepositories repositories = new FakeRepositories();
  private final List<FileChange> files = new ArrayList<>();
  private final List<DeployedScript> deployed = new ArrayList<>();
  private final List<String> mappings = new ArrayList<>(List.of("orders/**/*.sql"));
  private boolean complete = true;

  ChangeReading adds(String path) {
    return adds(path, "select 1;");
  }

  ChangeReading adds(String path, String text) {
    repositories.with(HEAD, path, text);
    return touches(path, path, Kind.ADDED, "100644");
  }

  ChangeReading adds(String path, byte[] bytes) {
    repositories.with(HEAD, path, bytes);
    return touches(path, path, Kind.ADDED, "100644");
  }

  ChangeReading edits(String path) {
    repositories.with(HEAD, path, "select 2;").with(TARGET, path, "select 1;");
    return touches(path, path, Kind.MODIFIED, "100644");
  }

  ChangeReading deletes(String path) {
    repositories.with(TARGET, path, "select 1;");
    return touches(path, path, Kind.DELETED, "0");
  }

  ChangeReading renames(String from, String to) {
    repositories.with(TARGET, from, "select 1;").with(HEAD, to, "select 1;");
    return touches(from, to, Kind.RENAMED, "100644");
  }

  /** Hunks are always left out, as for a collapsed diff: files are read by their commit. */
  ChangeReading touches(String from, String to, Kind kind, String mode) {
    files.add(new FileChange(from, to, kind, mode, Optional.empty(), true));
    return this;
  }

  ChangeReading onBranch(String path) {
    repositories.with(TARGET, path, "select 1;");
    return this;
  }

  ChangeReading ran(String path, String version) {
    deployed.add(new DeployedScript("orders", path, version, "", true));
    return this;
  }

  ChangeReading waits(String path, String version) {
    deployed.add(new DeployedScript("orders", path, version, "", false));
    return this;
  }

  ChangeReading mapping(String glob) {
    mappings.add(glob);
    return this;
  }

  ChangeReading cutShort() {
    complete = false;
    return this;
  }

  Change read() {
    Project project =
        new Project(
            "orders",
            "shop/database",
            "main",
            mappings.stream().map(m -> new ScriptMapping(m, List.of("orders"))).toList(),
            List.of(),
            List.of(),
            ReviewChoice.of("default"),
            "default",
            Language.EN);
    MergeRequestId id = new MergeRequestId(7, 1);
    return new ReadChange(repositories, id, HEAD, new ScriptMap(List.of(project)), deployed)
        .read(new FileChanges(files, complete), Optional.of(TARGET));
  }

  /** {@code LEVEL path message}, one per remark. */
  List<String> remarks() {
    return read().remarks().stream().map(ChangeReading::line).toList();
  }

  /** The paths that would run, in order. */
  List<String> scripts() {
    return read().scripts().stream().map(s -> s.script().path()).toList();
  }

  private static String line(Remark remark) {
    return remark.level() + " " + remark.path() + " " + remark.message();
  }
}
