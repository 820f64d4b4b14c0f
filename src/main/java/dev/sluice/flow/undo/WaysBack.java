package dev.sluice.flow.undo;

import dev.sluice.catalog.Snapshot;
import dev.sluice.change.Script;
import dev.sluice.deploy.RolloutPlan;
import dev.sluice.deploy.Step;
import dev.sluice.deploy.backup.BackupKind;
import dev.sluice.deploy.backup.RecordedBackup;
import dev.sluice.deploy.backup.Restore;
import dev.sluice.language.Message;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.Statement;
import dev.sluice.sql.reader.SqlReader;
import dev.sluice.undo.Inverse;
import dev.sluice.undo.Undo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Makes the ways back of scripts: definitions from the schema before, rows from the backups. */
public final class WaysBack {
  private final SqlReader reader;

  public WaysBack(SqlReader reader) {
    this.reader = reader;
  }

  /**
   * @param before the schema before the first of the scripts
   * @param ran which statements are to be taken back
   * @param backups of these statements, where there are some
   * @return one per script, the last script first: in the order in which they run
   */
  public List<WayBack> of(
      Dialect dialect,
      Snapshot before,
      List<Script> scripts,
      Predicate<Step> ran,
      List<RecordedBackup> backups) {
    List<Step> steps =
        RolloutPlan.of(scripts, dialect, reader).steps().stream().filter(ran).toList();
    List<Statement> statements = steps.stream().map(Step::statement).toList();
    List<Undo.Step> inverses = new Undo(reader).of(dialect, before, statements);
    Map<String, List<Taken>> byPath = new LinkedHashMap<>();
    for (int i = 0; i < steps.size(); i++) {
      Taken taken = new Taken(steps.get(i), inverses.get(i).inverse());
      byPath.computeIfAbsent(steps.get(i).path(), k -> new ArrayList<>()).add(taken);
    }
    List<WayBack> ways = new ArrayList<>();
    byPath.forEach((path, taken) -> ways.add(0, way(path, taken, backups, dialect)));
    return ways;
  }

  private record Taken(Step step, Inverse inverse) {}

  private static WayBack way(
      String path, List<Taken> taken, List<RecordedBackup> backups, Dialect dialect) {
    List<String> sql = new ArrayList<>();
    List<Message> losses = new ArrayList<>();
    List<Message> impossible = new ArrayList<>();
    for (int i = taken.size() - 1; i >= 0; i--) {
      Step step = taken.get(i).step;
      List<RecordedBackup> kept =
          backups.stream().filter(b -> b.seq() == step.seq() && b.kept()).toList();
      Inverse inverse = kept.isEmpty() ? taken.get(i).inverse : with(taken.get(i), kept, dialect);
      sql.addAll(inverse.statements());
      losses.addAll(inverse.losses());
      inverse
          .impossible()
          .forEach(
              why ->
                  impossible.add(Message.of("statement %s: %s", step.statement().number(), why)));
    }
    Set<String> seen = new TreeSet<>();
    return new WayBack(
        path,
        taken.stream().map(t -> t.step.seq()).toList(),
        sql.stream().map(s -> s + ";\n").collect(Collectors.joining("\n")),
        losses.stream().filter(l -> seen.add(l.toString())).toList(),
        impossible,
        false);
  }

  /** A table that was moved away comes back itself; else the definitions, then the rows. */
  private static Inverse with(Taken taken, List<RecordedBackup> kept, Dialect dialect) {
    boolean moved = kept.stream().anyMatch(b -> b.kind() == BackupKind.TABLE);
    Restore restore = moved ? Restore.of(kept, dialect) : Restore.rowsOf(kept, dialect);
    List<Message> remarks = restore.remarks().stream().map(Message::verbatim).toList();
    List<String> statements = new ArrayList<>(moved ? List.of() : taken.inverse.statements());
    statements.addAll(restore.statements());
    return new Inverse(statements, remarks, List.of());
  }
}
