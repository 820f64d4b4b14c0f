package dev.sluice.review.rule;

import dev.sluice.catalog.Catalog;
import dev.sluice.catalog.Column;
import dev.sluice.catalog.Constraint;
import dev.sluice.catalog.Table;
import dev.sluice.language.Message;
import dev.sluice.probe.Answer;
import dev.sluice.probe.Answers;
import dev.sluice.probe.Probe;
import dev.sluice.probe.Trial;
import dev.sluice.review.impact.HiddenCode;
import dev.sluice.review.impact.Impacts;
import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a review asks of its target. The first time it gathers what is asked; the second time it has
 * the answers. A row that the change itself writes, moves or removes is nowhere yet, so of tables
 * that an earlier statement changed nothing can be told. For one review.
 */
public final class Inquiry {
  /** These leave every row as it is, but for a column that has another type afterwards. */
  private static final Set<Class<? extends Action>> LEAVES_ROWS =
      Set.of(
          Action.CreateTable.class,
          Action.CreateView.class,
          Action.DropView.class,
          Action.AddColumn.class,
          Action.ModifyColumn.class,
          Action.AddConstraint.class,
          Action.DropConstraint.class,
          Action.ValidateConstraint.class,
          Action.CreateIndex.class,
          Action.DropIndex.class,
          Action.SetNotNull.class,
          Action.DropNotNull.class,
          Action.SetDefault.class,
          Action.DropDefault.class,
          Action.Select.class,
          Action.SetSetting.class,
          Action.TransactionControl.class);

  private static final Set<String> RUNS_ANYTHING =
      Set.of("MERGE", "COPY", "LOAD", "IMPORT", "EXCHANGE");

  private final Catalog target;
  private final Answers answers;
  private final Doings doings;
  private final Set<Probe> asked = new LinkedHashSet<>();
  private final Map<ObjectName, String> changed = new HashMap<>();
  private boolean allowed = true;
  private Optional<String> unforeseeable = Optional.empty();
  private List<Message> unknowns = new ArrayList<>();

  /**
   * @param target as it is before the change
   * @param doings of the whole change
   */
  public Inquiry(Catalog target, Answers answers, Doings doings) {
    this.target = target;
    this.answers = answers;
    this.doings = doings;
  }

  /** The trial of the change, when this statement failed in it. */
  public Optional<Trial> failedAt(String path, int statement) {
    return answers.trial().filter(t -> t.failedAt(path, statement));
  }

  /** What the change as a whole drops and makes. */
  Doings doings() {
    return doings;
  }

  /** Whether anything may be asked from here on. */
  public void allow(boolean nowAllowed) {
    allowed = nowAllowed;
  }

  /** Empty while nobody has answered, and where nobody can. */
  public Optional<Answer> ask(Probe probe) {
    if (!allowed || !target.read()) {
      return Optional.empty();
    }
    Optional<Answer> answer = hindrance(probe).<Answer>map(Answer.Unknown::new);
    if (answer.isEmpty()) {
      asked.add(probe);
      answer = answers.to(probe);
    }
    answer.ifPresent(a -> remember(probe, a));
    return answer;
  }

  private void remember(Probe probe, Answer answer) {
    if (answer instanceof Answer.Unknown unknown) {
      Message words = Message.of("%s not known (%s)", probe.words(), Message.text(unknown.why()));
      if (!unknowns.contains(words)) {
        unknowns.add(words);
      }
    }
  }

  private Optional<String> hindrance(Probe probe) {
    Optional<String> missing =
        probe.tables().stream().flatMap(t -> missing(t).stream()).findFirst();
    return probe.ofRows()
        ? missing.or(() -> unforeseeable).or(() -> changedBefore(probe))
        : missing;
  }

  private Optional<String> missing(ObjectName table) {
    boolean there = target.table(table).isPresent() || target.hasView(table);
    return there
        ? Optional.empty()
        : Optional.of("not asked: " + table + " is not there before the change");
  }

  private Optional<String> changedBefore(Probe probe) {
    return probe.tables().stream()
        .flatMap(t -> Optional.ofNullable(changed.get(t)).stream())
        .findFirst();
  }

  /** The table as the target has it; empty when the change made it, or gave it its name. */
  public Optional<Table> before(ObjectName table) {
    return target.table(table);
  }

  /** Whether the target has the columns as the change has them when it comes to them. */
  public boolean has(Table now, List<String> columns) {
    return columns.stream()
        .allMatch(
            c -> {
              Optional<Column> here = now.column(c);
              return here.isPresent()
                  && before(now.name())
                      .flatMap(t -> t.column(c))
                      .filter(b -> b.type().equals(here.get().type()))
                      .isPresent();
            });
  }

  /** Everything that was asked and can be answered, in order. */
  public Set<Probe> asked() {
    return asked;
  }

  /** What could not be told since the last call, in words. */
  public List<Message> takeUnknowns() {
    List<Message> taken = unknowns;
    unknowns = new ArrayList<>();
    return taken;
  }

  /** Tells that the review goes on behind this statement. */
  public void passed(String path, Statement statement, Catalog before) {
    String where = "statement " + statement.number() + " of " + path;
    for (Action action : statement.actions()) {
      if (runsAnything(action)) {
        unforeseeable = Optional.of("not asked: nobody knows what " + where + " changes before");
      } else if (!leavesRows(action)) {
        Impacts.of(before.dialect())
            .of(action, before)
            .table()
            .ifPresent(t -> change(t, before, "not asked: " + where + " changes %s before"));
      }
    }
  }

  private static boolean leavesRows(Action action) {
    return LEAVES_ROWS.contains(action.getClass())
        || (action instanceof Action.AlterColumnType alter && alter.using().isEmpty());
  }

  private static boolean runsAnything(Action action) {
    return action instanceof Action.Unrecognised
        || HiddenCode.in(action).isPresent()
        || (action instanceof Action.OtherDdl ddl && RUNS_ANYTHING.contains(ddl.verb()));
  }

  /** A foreign key may carry the change on to the tables that refer to this one. */
  private void change(ObjectName table, Catalog before, String why) {
    ObjectName name = before.table(table).map(Table::name).orElse(table);
    if (changed.putIfAbsent(name, why.formatted(name)) == null) {
      target.tables().stream()
          .filter(t -> t.constraints().stream().anyMatch(c -> refersTo(c, name)))
          .forEach(t -> change(t.name(), before, why));
    }
  }

  private static boolean refersTo(Constraint constraint, ObjectName table) {
    return constraint.references().filter(r -> r.table().equals(table)).isPresent();
  }
}
