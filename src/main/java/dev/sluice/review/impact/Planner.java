package dev.sluice.review.impact;

import dev.sluice.bulk.BulkDirective;
import dev.sluice.catalog.Catalog;
import dev.sluice.change.Risk;
import dev.sluice.change.RiskAssessment;
import dev.sluice.language.Language;
import dev.sluice.review.StatementPlan;
import dev.sluice.review.TableLock;
import dev.sluice.review.TimeRange;
import dev.sluice.review.Timing;
import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Says what each statement will do to the target, and how risky all of them are together. */
public final class Planner {
  private final Dialect dialect;
  private final String environment;
  private final boolean production;
  private final Language language;

  /**
   * @param production whether mistakes cost what they cost; else risks count one step less
   */
  public Planner(Dialect dialect, String environment, boolean production, Language language) {
    this.dialect = dialect;
    this.environment = environment;
    this.production = production;
    this.language = language;
  }

  /** The plan of a statement that runs as it is written. */
  public StatementPlan plan(String path, Statement statement, Catalog before) {
    return plan(path, statement, before, Optional.empty());
  }

  /**
   * @param bulk how the author wants it to run, if not as it is written
   */
  public StatementPlan plan(
      String path, Statement statement, Catalog before, Optional<BulkDirective> bulk) {
    List<ActionPlan> plans = plans(statement, before, bulk);
    Impact strongest =
        plans.stream().map(ActionPlan::impact).max(Impact.BY_WEIGHT).orElse(Impact.NONE);
    Risk risk = plans.stream().map(ActionPlan::risk).reduce(Risk.LOW, Risk::max);
    return new StatementPlan(
            path,
            statement.number(),
            statement.place(),
            String.join("; ", plans.stream().map(ActionPlan::summary).toList())
                + bulk.map(b -> ", " + language.text(b.kind().words())).orElse(""),
            strongest.lock(),
            language.text(strongest.blocks().toString()),
            rows(plans),
            inEnvironment(risk),
            plans.stream().flatMap(p -> p.reasons().stream()).map(language::say).toList(),
            strongest.lock().isEmpty() ? "" : language.text(strongest.work().toString()),
            locks(plans))
        .with(timing(plans));
  }

  /** The plan of a statement that changes so many rows. */
  public StatementPlan changing(long rows, StatementPlan plan) {
    Optional<TimeRange> takes = plan.timing().takes().or(() -> Pace.toChange(rows, dialect));
    return plan.with(new Timing(takes, takes.isEmpty(), List.of()));
  }

  /** A block of code is what its statements are, where all of them can be read. */
  private List<ActionPlan> plans(
      Statement statement, Catalog before, Optional<BulkDirective> bulk) {
    List<ActionPlan> plans = new ArrayList<>();
    Catalog catalog = before;
    for (Statement part : InnerPlan.parts(statement, dialect)) {
      List<Impact> each = Impacts.of(dialect, bulk).of(part, catalog);
      for (int i = 0; i < each.size(); i++) {
        Action action = part.actions().get(i);
        plans.add(ActionPlan.of(action, each.get(i), catalog));
        catalog = catalog.after(action);
      }
    }
    return plans;
  }

  /** Of several clauses the longest: the table is gone through once for all of them. */
  private Timing timing(List<ActionPlan> plans) {
    Optional<TimeRange> takes =
        plans.stream()
            .flatMap(p -> p.size().flatMap(s -> Pace.of(p.impact().work(), s, dialect)).stream())
            .max(Comparator.comparing(TimeRange::mostMillis));
    boolean open = plans.stream().anyMatch(p -> p.impact().work() != Work.INSTANT);
    return new Timing(takes, open && takes.isEmpty(), List.of());
  }

  /** Each table once, with the lock that hurts most, in the order in which they are taken. */
  private static List<TableLock> locks(List<ActionPlan> plans) {
    Map<ObjectName, Impact.Also> strongest = new LinkedHashMap<>();
    plans.stream()
        .filter(p -> p.impact().work() != Work.ROWS)
        .flatMap(p -> p.impact().locks().stream())
        .forEach(
            l ->
                strongest.merge(
                    l.table(), l, (a, b) -> a.blocks().compareTo(b.blocks()) >= 0 ? a : b));
    return strongest.values().stream()
        .map(l -> new TableLock(l.table().toString(), l.lock(), l.blocks().toString()))
        .toList();
  }

  private static OptionalLong rows(List<ActionPlan> plans) {
    return plans.stream()
        .flatMap(p -> p.size().stream())
        .map(TableSize::rows)
        .filter(OptionalLong::isPresent)
        .mapToLong(OptionalLong::getAsLong)
        .max();
  }

  /** The highest risk of any statement, with the reasons for the statements that are risky. */
  public RiskAssessment assess(List<StatementPlan> plans) {
    Risk risk = plans.stream().map(StatementPlan::risk).reduce(Risk.LOW, Risk::max);
    List<String> reasons = new ArrayList<>();
    plans.stream()
        .sorted(Comparator.comparing(StatementPlan::risk).reversed())
        .flatMap(p -> p.reasons().stream())
        .distinct()
        .forEach(reasons::add);
    if (reasons.isEmpty()) {
      reasons.add(language.text("only new objects and changes that take an instant"));
    } else if (!production) {
      reasons.add(language.say("%s is not the last environment: one step less", environment));
    }
    return new RiskAssessment(risk, reasons);
  }

  private Risk inEnvironment(Risk risk) {
    return production ? risk : risk.lower();
  }
}
