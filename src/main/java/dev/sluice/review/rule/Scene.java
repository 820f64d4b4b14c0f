package dev.sluice.review.rule;

import dev.sluice.bulk.BulkDirective;
import dev.sluice.catalog.Catalog;
import dev.sluice.catalog.Table;
import dev.sluice.language.Message;
import dev.sluice.probe.Answer;
import dev.sluice.probe.Probe;
import dev.sluice.review.impact.Impact;
import dev.sluice.review.impact.Impacts;
import dev.sluice.review.impact.TableSize;
import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.ParsedScript.Directive;
import dev.sluice.sql.Place;
import dev.sluice.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a rule gets to see.
 *
 * @param catalog as the statement, or the action, finds it
 * @param heldBefore locks that earlier statements of the same transaction have taken
 * @param options of the rule that looks, as the policy sets them
 * @param inquiry into the rows of the target
 */
public record Scene(
    Statement statement,
    Catalog catalog,
    ScriptFacts script,
    List<Held> heldBefore,
    Options options,
    Inquiry inquiry) {
  public Dialect dialect() {
    return catalog.dialect();
  }

  public Optional<Table> table(ObjectName name) {
    return catalog.table(name);
  }

  /** What the author wrote there, a place of the statement. */
  public String text(Place place) {
    int from = place.offset() - statement.place().offset();
    return statement.text().substring(from, from + place.length());
  }

  /** Created by this change, or temporary: no code of others knows it. */
  public boolean isNew(ObjectName table) {
    return catalog.isNew(table) || table(table).filter(Table::temporary).isPresent();
  }

  /** New or temporary, and without rows: locks and scans of it cost nobody anything. */
  public boolean isNewAndEmpty(ObjectName table) {
    return catalog.isNewAndEmpty(table) || table(table).filter(Table::temporary).isPresent();
  }

  /** Whether we are sure that there is no such table. */
  public boolean knowsMissing(ObjectName table) {
    return catalog.read() && table(table).isEmpty();
  }

  public TableSize size(ObjectName table) {
    return TableSize.of(catalog, table);
  }

  /** For messages: {@code orders (120 M rows, 38 GB)}. */
  public Message sized(ObjectName table) {
    return Message.of("%s (%s)", table, size(table));
  }

  public Impact impact(Action action) {
    return Impacts.of(dialect(), bulk()).of(action, catalog);
  }

  /** How the author wants the statement to run, if not as it is written. */
  public Optional<BulkDirective> bulk() {
    return script.bulk(statement);
  }

  /** What each action of the statement takes, in their order. */
  public List<Impact> impacts() {
    return Impacts.of(dialect(), bulk()).of(statement, catalog);
  }

  /**
   * The locks on tables in use that are held when the action begins, in the order in which they
   * were taken.
   */
  public List<Held> held(Action action) {
    List<Action> own = statement.actions();
    Stream<Held> ownBefore =
        own.subList(0, Math.max(0, own.indexOf(action))).stream()
            .flatMap(a -> Held.by(a, statement, catalog).stream());
    return Stream.concat(heldBefore.stream(), ownBefore).filter(h -> isInUse(h.table())).toList();
  }

  /** The table was there before the change and is still there under this name. */
  private boolean isInUse(ObjectName table) {
    return !isNew(table) && !knowsMissing(table) && !script.makesOrDrops(table);
  }

  /** A server of unknown version counts as a current one. */
  public boolean serverAtLeast(int major, int minor) {
    return catalog.version().map(v -> v.atLeast(major, minor)).orElse(true);
  }

  /** What the policy says about an option of the rule that looks. */
  public <T> T option(Option<T> option) {
    return options.get(option);
  }

  /** What the rows of the target say; empty while nobody has answered, and where nobody can. */
  public Optional<Answer> ask(Probe probe) {
    return inquiry.ask(probe);
  }

  /** How many rows the statement changes; empty as for {@link #ask}. */
  public Optional<Answer.Affected> affected() {
    return AffectedRows.of(statement, catalog, inquiry)
        .filter(Answer.Affected.class::isInstance)
        .map(Answer.Affected.class::cast);
  }

  /** The same surroundings of another statement, or of one within it. */
  public Scene within(Statement other, Inquiry otherInquiry) {
    return new Scene(other, catalog, script, heldBefore, options, otherInquiry);
  }

  /** The same with other comments to us. */
  public Scene with(List<Directive> directives) {
    return new Scene(statement, catalog, script.with(directives), heldBefore, options, inquiry);
  }

  public Scene at(Catalog other) {
    return other.equals(catalog)
        ? this
        : new Scene(statement, other, script, heldBefore, options, inquiry);
  }

  public Scene with(Options other) {
    return other.equals(options)
        ? this
        : new Scene(statement, catalog, script, heldBefore, other, inquiry);
  }
}
