package dev.sluice.review.rule;

import dev.sluice.bulk.BulkDirective;
import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.ParsedScript;
import dev.sluice.sql.ParsedScript.Directive;
import dev.sluice.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The script around a statement, and how it will run: the executor wraps statements in transactions
 * by itself and runs those that cannot be in one alone, after a commit.
 */
public final class ScriptFacts {
  private static final Set<String> BEGINS = Set.of("BEGIN");
  private static final Set<String> ENDS = Set.of("COMMIT", "ROLLBACK");

  private final String path;
  private final ParsedScript script;

  /** By the last part of the name. */
  private final Map<String, List<ObjectName>> madeOrDropped;

  public ScriptFacts(String path, ParsedScript script) {
    this.path = path;
    this.script = script;
    this.madeOrDropped =
        script.statements().stream()
            .flatMap(s -> s.actions().stream())
            .flatMap(a -> madeOrDropped(a).stream())
            .collect(Collectors.groupingBy(ObjectName::name));
  }

  public String path() {
    return path;
  }

  public ParsedScript script() {
    return script;
  }

  /** How the author wants the statement to run, if not as it is written. */
  public Optional<BulkDirective> bulk(Statement statement) {
    return BulkDirective.of(script, statement);
  }

  /** Whether the statement shares a transaction with its neighbours. */
  public boolean shares(Statement statement) {
    return statement.transactional() && bulk(statement).isEmpty();
  }

  /** The same script with other comments to us. */
  public ScriptFacts with(List<Directive> directives) {
    return new ScriptFacts(
        path,
        new ParsedScript(
            script.dialect(), script.text(), script.statements(), script.problems(), directives));
  }

  /** Whether the script itself opened a transaction before the statement and did not end it. */
  public boolean inOwnTransaction(Statement statement) {
    boolean open = false;
    for (Statement earlier : statementsBefore(statement)) {
      for (Action action : earlier.actions()) {
        if (action instanceof Action.TransactionControl control) {
          open = BEGINS.contains(control.verb()) || (open && !ENDS.contains(control.verb()));
        }
      }
    }
    return open;
  }

  /** The statements before this one that are committed when it begins, if it must run alone. */
  public List<Statement> committedBefore(Statement statement) {
    return statementsBefore(statement).stream().filter(ScriptFacts::changesSomething).toList();
  }

  /** Whether the statement ends a transaction that the script itself began. */
  public static boolean ends(Statement statement) {
    return statement.actions().stream()
        .anyMatch(a -> a instanceof Action.TransactionControl c && ENDS.contains(c.verb()));
  }

  /**
   * Whether the script creates or drops this table or view: nobody else waits for it, or those who
   * do will find it gone.
   */
  public boolean makesOrDrops(ObjectName relation) {
    return madeOrDropped.getOrDefault(relation.name(), List.of()).stream()
        .anyMatch(n -> sameSchema(n, relation));
  }

  private static Optional<ObjectName> madeOrDropped(Action action) {
    if (action instanceof Action.CreateTable create) {
      return create.ifNotExists() ? Optional.empty() : Optional.of(create.table());
    }
    if (action instanceof Action.DropTable drop) {
      return Optional.of(drop.table());
    }
    if (action instanceof Action.CreateView create) {
      return create.orReplace() ? Optional.empty() : Optional.of(create.view());
    }
    return action instanceof Action.DropView drop ? Optional.of(drop.view()) : Optional.empty();
  }

  private static boolean sameSchema(ObjectName one, ObjectName other) {
    return one.schema().isEmpty()
        || other.schema().isEmpty()
        || one.schema().equals(other.schema());
  }

  private static boolean changesSomething(Statement statement) {
    Stream<Action> actions = statement.actions().stream();
    return statement.transactional()
        && actions.anyMatch(
            a ->
                !(a instanceof Action.SetSetting)
                    && !(a instanceof Action.Select)
                    && !(a instanceof Action.TransactionControl));
  }

  /** What the rest of the script does, this statement not included. */
  public Stream<Action> after(Statement statement) {
    return script.statements().stream()
        .filter(s -> s.number() > statement.number())
        .flatMap(s -> s.actions().stream());
  }

  /** What the script did before, this statement not included. */
  public Stream<Action> before(Statement statement) {
    return statementsBefore(statement).stream().flatMap(s -> s.actions().stream());
  }

  /** The statements of the script before this one. */
  public List<Statement> statementsBefore(Statement statement) {
    return script.statements().stream().filter(s -> s.number() < statement.number()).toList();
  }
}
