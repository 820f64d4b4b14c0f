package dev.sluice.review.rules.lock;

import dev.sluice.language.Message;
import dev.sluice.review.Replacement;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.CreateTable;
import dev.sluice.sql.Action.OtherDdl;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Partitions can come and go without keeping anybody from the others. */
public final class RequireOnlinePartitioning implements ActionRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "require-online-partitioning",
              Severity.WARNING,
              Set.of(Dialect.POSTGRESQL),
              "Partitions come and go while the others are in use",
              new Explanation(
                  "CREATE TABLE … PARTITION OF and DETACH PARTITION without CONCURRENTLY (from"
                      + " PostgreSQL 14 on) where the parent was there before the change, and"
                      + " ATTACH PARTITION of an existing table that has no CHECK to prove its"
                      + " bound.",
                  "PARTITION OF and DETACH take ACCESS EXCLUSIVE on the parent: they wait for every"
                      + " query on any partition, and every query waits behind them. ATTACH keeps"
                      + " others from the new and the default partition while it reads all of"
                      + " them.",
                  "Create the table apart and ATTACH it, after a validated CHECK that implies its"
                      + " bound; DETACH PARTITION … CONCURRENTLY where no default partition"
                      + " exists."))
          .infoOnSmallTables();
  private static final Pattern CREATE =
      Pattern.compile(
          "(?is)create\\s+table\\s+(if\\s+not\\s+exists\\s+)?(?<name>\\S+)\\s+partition\\s+of"
              + "\\s+(?<parent>\\S+)\\s+(?<bound>for\\s+values\\s[^;]*\\)|default)\\s*");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    if (action instanceof CreateTable create
        && create.origin() == CreateTable.Origin.PARTITION_OF) {
      return create
          .source()
          .filter(p -> isInUse(p, scene))
          .map(p -> created(create, p, scene))
          .stream()
          .toList();
    }
    return action instanceof OtherDdl ddl && ddl.is("ALTER", "TABLE")
        ? moved(ddl, scene).stream().toList()
        : List.of();
  }

  private static Problem created(CreateTable create, ObjectName parent, Scene scene) {
    Message message =
        Message.of(
            "Creating partition %s locks out all readers and writers of %s",
            create.table(), scene.sized(parent));
    return Problem.at(create.place(), message)
        .withReplacement(apart(create, scene))
        .sized(scene.size(parent));
  }

  /** Identities come from the parent; a partition must not bring its own. */
  private static Optional<Replacement> apart(CreateTable create, Scene scene) {
    Matcher written = CREATE.matcher(scene.text(create.place()));
    if (!written.matches() || scene.statement().actions().size() > 1) {
      return Optional.empty();
    }
    String name = written.group("name");
    String parent = written.group("parent");
    String text =
        String.format(
            "CREATE TABLE %s (LIKE %s INCLUDING ALL EXCLUDING IDENTITY);%n"
                + "ALTER TABLE %s ATTACH PARTITION %s %s",
            name, parent, parent, name, written.group("bound"));
    return Optional.of(new Replacement(create.place(), text.replace("\r", "")));
  }

  private static Optional<Problem> moved(OtherDdl ddl, Scene scene) {
    boolean detaches =
        ddl.detail().clause().equals("DETACH PARTITION") && scene.serverAtLeast(14, 0);
    if (detaches) {
      return ddl.name()
          .filter(p -> isInUse(p, scene))
          .map(
              p ->
                  problem(
                      ddl,
                      Message.of(
                          "Detaching a partition locks out all readers and writers of %s",
                          scene.sized(p)),
                      p,
                      scene));
    }
    boolean attaches =
        ddl.detail().clause().equals("ATTACH PARTITION")
            && scene.impact(ddl).work().growsWithTable();
    return ddl.detail()
        .other()
        .filter(child -> attaches && isInUse(child, scene) && !scene.knowsMissing(child))
        .map(
            child ->
                problem(
                    ddl,
                    Message.of(
                        "ATTACH PARTITION reads, under ACCESS EXCLUSIVE, all of %s",
                        scene.sized(child)),
                    child,
                    scene));
  }

  private static Problem problem(OtherDdl ddl, Message words, ObjectName table, Scene scene) {
    return Problem.at(ddl.place(), words).sized(scene.size(table));
  }

  private static boolean isInUse(ObjectName table, Scene scene) {
    return !scene.isNew(table);
  }
}
