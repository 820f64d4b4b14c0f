package dev.sluice.deploy;

import dev.sluice.bulk.BulkCheck;
import dev.sluice.bulk.BulkDirective;
import dev.sluice.change.Script;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.ParsedScript;
import dev.sluice.sql.Statement;
import dev.sluice.sql.reader.SqlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How scripts would run: their statements in the original order, the longest possible runs of them
 * as one transaction each, a transaction never spanning two scripts. Pure; the executor runs
 * exactly what is shown.
 *
 * @param refusals what keeps the scripts from running at all, with file and line
 */
public record RolloutPlan(List<ScriptPlan> scripts, List<String> refusals) {
  public RolloutPlan {
    scripts = List.copyOf(scripts);
    refusals = List.copyOf(refusals);
  }

  public static RolloutPlan of(List<Script> scripts, Dialect dialect, SqlReader reader) {
    TransactionRules rules = TransactionRules.of(dialect);
    List<ScriptPlan> plans = new ArrayList<>();
    List<String> refusals = new ArrayList<>();
    int seq = 1;
    for (Script script : scripts) {
      ParsedScript parsed = reader.read(script.text(), dialect);
      parsed
          .problems()
          .forEach(p -> refusals.add(at(script, p.place().start().toString(), p.message())));
      refusals.addAll(refusals(script, parsed, rules));
      BulkCheck.of(parsed)
          .forEach(o -> refusals.add(at(script, o.place().start().toString(), o.words())));
      plans.add(new ScriptPlan(script, segments(script, parsed, seq, rules)));
      seq += parsed.statements().size();
    }
    return new RolloutPlan(plans, refusals);
  }

  /** All steps by seq. */
  public List<Step> steps() {
    return scripts.stream().flatMap(s -> s.steps().stream()).toList();
  }

  private static List<String> refusals(Script script, ParsedScript parsed, TransactionRules rules) {
    return parsed.statements().stream()
        .flatMap(
            s ->
                forbidden(s, rules).stream()
                    .map(why -> at(script, s.place().start().toString(), why)))
        .toList();
  }

  private static Optional<String> forbidden(Statement statement, TransactionRules rules) {
    return statement.isTemplate()
        ? Optional.of("A placeholder is not filled in; Sluice runs files as they are.")
        : rules.forbidden(statement);
  }

  private static String at(Script script, String place, String message) {
    return script.path() + ":" + place + ": " + message;
  }

  private static List<Segment> segments(
      Script script, ParsedScript parsed, int firstSeq, TransactionRules rules) {
    List<Segment> segments = new ArrayList<>();
    List<Step> run = new ArrayList<>();
    List<Statement> statements = parsed.statements();
    for (int i = 0; i < statements.size(); i++) {
      Statement statement = statements.get(i);
      int at = i;
      Optional<BulkDirective> bulk = BulkDirective.of(parsed, statement);
      Optional<String> alone =
          bulk.map(RolloutPlan::alone)
              .or(() -> rules.alone(statement, statements.subList(at + 1, statements.size())));
      Step step =
          new Step(firstSeq + i, script.path(), statement, alone, rules.leaves(statement), bulk);
      if (alone.isPresent()) {
        close(run, segments);
        segments.add(new Segment(false, List.of(step)));
      } else {
        run.add(step);
      }
    }
    close(run, segments);
    return segments;
  }

  private static String alone(BulkDirective bulk) {
    return switch (bulk.kind()) {
      case BATCH -> "it runs in batches, each of which is committed by itself";
      case ONLINE -> "an online schema change tool does it";
    };
  }

  private static void close(List<Step> run, List<Segment> segments) {
    if (!run.isEmpty()) {
      segments.add(new Segment(true, run));
      run.clear();
    }
  }
}
