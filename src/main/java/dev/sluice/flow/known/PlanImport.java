package dev.sluice.flow.known;

import dev.sluice.change.Script;
import dev.sluice.change.ScriptName;
import dev.sluice.change.Version;
import dev.sluice.deploy.executor.TargetHistory;
import dev.sluice.deploy.executor.TargetHistory.Entry;
import dev.sluice.deploy.foreign.FlywayHistory;
import dev.sluice.deploy.foreign.ForeignScript;
import dev.sluice.flow.known.ImportPlan.Row;
import dev.sluice.flow.known.ImportPlan.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Maps another tool's history to the repository's scripts. Pure. */
final class PlanImport {
  private final String tool;
  private final List<Script> files;
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final List<String> refusals = new ArrayList<>();

  /**
   * @param tool its name, kept as the source
   * @param files the repository's scripts for the database
   */
  PlanImport(String tool, List<Script> files) {
    this.tool = tool;
    this.files = files.stream().filter(f -> f.name().kind() != ScriptName.Kind.UNDO).toList();
  }

  ImportPlan of(List<ForeignScript> history) {
    history.forEach(this::look);
    Set<String> recorded = entries.keySet();
    files.stream()
        .filter(f -> !recorded.contains(f.path()) && !belowBaseline(f))
        .forEach(
            f ->
                rows.add(
                    new Row(
                        State.NOT_RUN,
                        "",
                        f.name().version(),
                        f.path(),
                        "not in the history; a merge request that adds it is what runs it")));
    return new ImportPlan(rows, List.copyOf(entries.values()), refusals);
  }

  private void look(ForeignScript script) {
    if (!script.run().trouble().isEmpty()) {
      refusals.add(named(script) + " " + script.run().trouble() + ".");
      row(State.FAILED, script, script.script(), script.run().trouble());
      return;
    }
    switch (script.kind()) {
      case VERSIONED, REPEATABLE -> ran(script);
      case UP_TO -> upTo(script);
      case UNDO -> undone(script);
      case OTHER -> row(State.LEFT_OUT, script, script.script(), "no SQL file ran");
    }
  }

  private void ran(ForeignScript script) {
    Optional<Script> file = file(script);
    if (file.isEmpty()) {
      String path = script.script().isEmpty() ? tool + " " + script.version() : script.script();
      add(script, path, "");
      row(State.NO_FILE, script, path, "the repository has no such script");
      return;
    }
    Script found = file.get();
    boolean known = entries.containsKey(found.path());
    add(script, found.path(), found.sha256());
    boolean differs =
        script.checksum().filter(c -> c != FlywayHistory.checksum(found.text())).isPresent();
    row(
        differs ? State.DIFFERS : State.RECORDED,
        script,
        found.path(),
        differs
            ? "the file is not what ran: Flyway's checksum is another"
            : known ? "another part of the same file" : "");
  }

  private Optional<Script> file(ForeignScript script) {
    Optional<Script> named =
        script.script().isEmpty()
            ? Optional.empty()
            : files.stream().filter(f -> sameFile(f.path(), script.script())).findFirst();
    return named.or(
        () ->
            version(script)
                .flatMap(
                    v ->
                        files.stream().filter(f -> version(f).equals(Optional.of(v))).findFirst()));
  }

  private static boolean sameFile(String path, String script) {
    String name = script.replace('\\', '/').replaceFirst("^classpath:|^/", "");
    return path.equals(name) || path.endsWith("/" + name) || name.endsWith("/" + path);
  }

  private void upTo(ForeignScript script) {
    String version = version(script).map(Version::toString).orElse("");
    if (version.isEmpty()) {
      row(State.LEFT_OUT, script, "", "its version is not one that Sluice can order");
      return;
    }
    entries.put(TargetHistory.BASELINE, entry(script, TargetHistory.BASELINE, version, ""));
    row(State.RECORDED, script, "", "everything up to this version counts as run");
    files.stream()
        .filter(f -> version(f).filter(v -> v.compareTo(Version.parse(version)) <= 0).isPresent())
        .forEach(
            f -> {
              add(script, f.path(), f.sha256());
              rows.add(new Row(State.RECORDED, script.place(), f.name().version(), f.path(), ""));
            });
  }

  private void undone(ForeignScript script) {
    Optional<Version> version = version(script);
    entries.values().removeIf(e -> !e.version().isEmpty() && version(e.version()).equals(version));
    row(State.UNDONE, script, script.script(), "the version may run again");
  }

  private boolean belowBaseline(Script file) {
    return Optional.ofNullable(entries.get(TargetHistory.BASELINE))
        .map(b -> Version.parse(b.version()))
        .flatMap(b -> version(file).filter(v -> v.compareTo(b) <= 0))
        .isPresent();
  }

  private void add(ForeignScript script, String path, String sha256) {
    String version =
        files.stream()
            .filter(f -> f.path().equals(path))
            .flatMap(f -> version(f).stream())
            .map(Version::toString)
            .findFirst()
            .orElseGet(() -> version(script).map(Version::toString).orElse(""));
    entries.put(path, entry(script, path, version, sha256));
  }

  private Entry entry(ForeignScript script, String path, String version, String sha256) {
    return new Entry(
        path,
        script.kind() == ForeignScript.Kind.REPEATABLE
            ? ScriptName.Kind.REPEATABLE
            : ScriptName.Kind.VERSIONED,
        script.kind() == ForeignScript.Kind.REPEATABLE ? "" : version,
        script.description(),
        sha256,
        tool + " " + script.place(),
        script.run().at(),
        script.run().took(),
        script.run().by());
  }

  private void row(State state, ForeignScript script, String path, String note) {
    rows.add(new Row(state, script.place(), script.version(), path, note));
  }

  private String named(ForeignScript script) {
    List<String> names = List.of(script.place(), script.script());
    return names.stream().filter(n -> !n.isEmpty()).collect(Collectors.joining(" "));
  }

  private static Optional<Version> version(ForeignScript script) {
    return version(script.version());
  }

  private static Optional<Version> version(Script script) {
    return version(script.name().version());
  }

  private static Optional<Version> version(String text) {
    String dotted = text.replace('_', '.');
    return dotted.matches("\\d+(\\.\\d+)*") ? Optional.of(Version.parse(dotted)) : Optional.empty();
  }
}
