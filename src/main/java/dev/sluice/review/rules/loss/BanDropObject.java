package dev.sluice.review.rules.loss;

import dev.sluice.language.Message;
import dev.sluice.probe.Probe.Deed;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Dependence;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.CreateView;
import dev.sluice.sql.Action.DropView;
import dev.sluice.sql.Action.OtherDdl;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Place;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What queries and applications call by name. */
public final class BanDropObject implements ActionRule {
  private static final Set<String> KINDS =
      Set.of(
          "MATERIALIZED VIEW",
          "FUNCTION",
          "PROCEDURE",
          "ROUTINE",
          "AGGREGATE",
          "TRIGGER",
          "EVENT TRIGGER",
          "EVENT",
          "TYPE",
          "DOMAIN",
          "SEQUENCE",
          "RULE",
          "POLICY",
          "OPERATOR",
          "EXTENSION",
          "FOREIGN TABLE",
          "SERVER",
          "PUBLICATION",
          "SUBSCRIPTION",
          "COLLATION",
          "CAST");
  private static final RuleInfo INFO =
      new RuleInfo(
          "ban-drop-object",
          Severity.WARNING,
          RuleInfo.ALL_ENGINES,
          "Views, routines and types are not dropped",
          new Explanation(
              "DROP of a view, function, procedure, trigger, event, type, domain, sequence, rule, policy, aggregate, operator or extension, unless the same script created it before or creates it anew afterwards. The target tells what hangs on a view.",
              "Code that calls it fails; without its trigger or policy, rows are changed and read that it watched over.",
              "Use CREATE OR REPLACE; drop it when nothing uses it any more, and waive this finding then."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    if (action instanceof DropView drop) {
      boolean gone =
          drop.ifExists() && scene.catalog().read() && !scene.catalog().hasView(drop.view());
      return gone || comesOrCame("VIEW", drop.view(), scene)
          ? List.of()
          : List.of(
              hanging(told("view", drop.place(), drop.view().toString()).get(0), drop, scene));
    }
    boolean drops =
        action instanceof OtherDdl ddl
            && ddl.verb().equals("DROP")
            && KINDS.contains(ddl.objectType());
    return drops ? dropped((OtherDdl) action, scene) : List.of();
  }

  private static Problem hanging(Problem problem, DropView drop, Scene scene) {
    return Dependence.of(drop.view(), Optional.empty(), Deed.DROP, drop.cascade(), scene)
        .tell(problem, INFO.explanation().effect());
  }

  private static List<Problem> dropped(OtherDdl ddl, Scene scene) {
    String kind = ddl.objectType().toLowerCase(Locale.ROOT);
    boolean replaced = ddl.name().filter(n -> comesOrCame(ddl.objectType(), n, scene)).isPresent();
    return replaced
        ? List.of()
        : told(kind, ddl.place(), ddl.name().map(ObjectName::toString).orElse(""));
  }

  private static List<Problem> told(String kind, Place place, String name) {
    Message what = Message.text(kind);
    return List.of(
        name.isEmpty()
            ? Problem.at(place, "Drops %s", what)
            : Problem.at(place, "Drops %s %s", what, name));
  }

  private static boolean comesOrCame(String kind, ObjectName name, Scene scene) {
    return Stream.concat(
            scene.script().before(scene.statement()), scene.script().after(scene.statement()))
        .anyMatch(a -> creates(a, kind, name));
  }

  private static boolean creates(Action action, String kind, ObjectName name) {
    if (action instanceof CreateView view) {
      return kind.endsWith("VIEW") && view.view().equals(name);
    }
    boolean routine = kind.equals("ROUTINE");
    return action instanceof OtherDdl ddl
        && ddl.verb().equals("CREATE")
        && (ddl.objectType().endsWith(kind) || routine)
        && ddl.name().filter(name::equals).isPresent();
  }
}
