package dev.sluice.flow.schema;

import dev.sluice.catalog.ErDiagram;
import dev.sluice.catalog.SchemaComparison.Difference;
import dev.sluice.catalog.Snapshot;
import dev.sluice.change.Change;
import dev.sluice.change.Environment;
import dev.sluice.change.TargetName;
import dev.sluice.flow.Landscape;
import dev.sluice.flow.TargetCatalogs;
import dev.sluice.flow.note.Markdown;
import dev.sluice.flow.note.ResultView;
import dev.sluice.flow.note.ResultView.Folded;
import dev.sluice.language.Language;
import dev.sluice.language.Message;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.TableOfAction;
import dev.sluice.sql.reader.SqlReader;
import dev.sluice.store.ReadTx;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.RolloutState;
import dev.sluice.store.record.Rollouts;
import dev.sluice.store.record.SchemaSnapshots;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What a result note says of the schema besides its difference. */
public final class SchemaNews {
  private static final int MOST_DIFFERENCES = 5;

  private final StoreDatabase store;
  private final Supplier<Landscape> landscape;
  private final TargetCatalogs catalogs;
  private final SqlReader reader;

  public SchemaNews(
      StoreDatabase store,
      Supplier<Landscape> landscape,
      TargetCatalogs catalogs,
      SqlReader reader) {
    this.store = store;
    this.landscape = landscape;
    this.catalogs = catalogs;
    this.reader = reader;
  }

  /**
   * What there is to say.
   *
   * @param diagram for Mermaid; empty where no table's definition was touched
   */
  public record Aside(List<Message> lines, Optional<String> diagram) {
    public static final Aside NONE = new Aside(List.of(), Optional.empty());

    public Aside {
      lines = List.copyOf(lines);
    }

    /** The same note with what there is to say: lines below the others, the diagram folded. */
    public ResultView addTo(ResultView view, Language language) {
      List<String> more = new ArrayList<>(view.lines());
      lines.stream().map(language::say).forEach(more::add);
      List<Folded> folded = new ArrayList<>(view.more());
      diagram
          .map(d -> Markdown.fence("mermaid", d))
          .map(d -> new Folded(language.text("Its tables and their relatives"), d))
          .ifPresent(folded::add);
      return view.with(more, folded);
    }
  }

  /** Of a rollout that is done; nothing of any other. */
  public Aside of(Change change, RecordedRollout rollout) {
    if (rollout.state() != RolloutState.DONE) {
      return Aside.NONE;
    }
    List<Message> lines =
        landscape.get().production(rollout.target().environment())
            ? store.read(tx -> compared(tx, rollout))
            : List.of();
    return new Aside(lines, diagram(change, rollout.target()));
  }

  private Optional<String> diagram(Change change, TargetName target) {
    Optional<Dialect> dialect = landscape.get().dialectOf(target);
    Set<ObjectName> touched = new HashSet<>();
    dialect.ifPresent(
        d ->
            change.scripts().stream()
                .filter(s -> s.databases().contains(target.database()))
                .flatMap(s -> reader.read(s.script().text(), d).statements().stream())
                .flatMap(s -> s.actions().stream())
                .forEach(a -> touched.addAll(TableOfAction.defined(a))));
    return dialect
        .filter(d -> !touched.isEmpty())
        .flatMap(
            d -> catalogs.with(target, d, false, sight -> ErDiagram.of(sight.catalog(), touched)));
  }

  /** With what the same deployment left in each environment before; later ones do not disturb. */
  private List<Message> compared(ReadTx tx, RecordedRollout rollout) {
    Optional<Snapshot> here = after(tx, rollout);
    List<Message> lines = new ArrayList<>();
    Set<String> seen = new HashSet<>(Set.of(rollout.target().environment()));
    for (RecordedRollout other : Rollouts.of(tx, rollout.deployment())) {
      TargetName target = other.target();
      if (target.database().equals(rollout.target().database()) && seen.add(target.environment())) {
        Optional<Snapshot> there = after(tx, other);
        if (here.isPresent() && there.isPresent()) {
          lines.addAll(words(there.get(), here.get(), target, rollout.target()));
        }
      }
    }
    return lines;
  }

  private static Optional<Snapshot> after(ReadTx tx, RecordedRollout rollout) {
    return rollout.run().after().isPresent()
        ? SchemaSnapshots.find(tx, rollout.run().after().getAsLong())
        : Optional.empty();
  }

  private List<Message> words(Snapshot there, Snapshot here, TargetName other, TargetName target) {
    List<Environment> environments =
        Stream.of(other.environment(), target.environment())
            .flatMap(e -> landscape.get().environment(e).stream())
            .toList();
    List<Difference> differences = Compare.between(there, here, environments);
    List<Message> lines = new ArrayList<>();
    differences.stream()
        .limit(MOST_DIFFERENCES)
        .map(d -> Compare.words(d, other.environment(), target.environment()))
        .map(m -> Message.of("⚠️ %s.", m))
        .forEach(lines::add);
    if (differences.size() > MOST_DIFFERENCES) {
      lines.add(
          Message.of(
              "⚠️ %s more differences between %s and %s: sluice compare %s %s %s",
              differences.size() - MOST_DIFFERENCES,
              other.environment(),
              target.environment(),
              target.database(),
              other.environment(),
              target.environment()));
    }
    return lines;
  }
}
