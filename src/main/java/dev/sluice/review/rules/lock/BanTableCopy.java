package dev.sluice.review.rules.lock;

import dev.sluice.language.Message;
import dev.sluice.review.Replacement;
import dev.sluice.review.Severity;
import dev.sluice.review.impact.Blocks;
import dev.sluice.review.impact.Impact;
import dev.sluice.review.impact.MysqlAnswer;
import dev.sluice.review.impact.MysqlRequest;
import dev.sluice.review.impact.Work;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import dev.sluice.sql.Action;
import dev.sluice.sql.ObjectName;
import java.util.List;
import java.util.Optional;

/** Some changes make InnoDB copy the whole table while writers wait. */
public final class BanTableCopy implements StatementRule {
  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-table-copy",
              Severity.ERROR,
              RuleInfo.MYSQL_FAMILY,
              "ALTER TABLE lets writers go on",
              new Explanation(
                  "An ALTER TABLE that InnoDB can only do with LOCK=SHARED, on a table that was"
                      + " there before the change: another type, a VARCHAR that grows past 255"
                      + " bytes, ENUM members that are not appended, CONVERT TO CHARACTER SET, a"
                      + " foreign key, a CHECK, a stored generated column, DROP PRIMARY KEY,"
                      + " partitioning, a FULLTEXT or SPATIAL index. MariaDB copies without making"
                      + " writers wait from 11.2 on. New tables are exempt, and statements that say LOCK=NONE:"
                      + " the server refuses these instead of copying.",
                  "INSERT, UPDATE and DELETE wait until the whole table is copied, and every"
                      + " replica repeats it; the copy needs as much room again.",
                  "Add ALGORITHM=INPLACE, LOCK=NONE, so that the server refuses what would block;"
                      + " for what must copy, write -- sluice: online on the line before it, which hands"
                      + " it to gh-ost or pt-online-schema-change, or add a new column, fill it in"
                      + " batches and switch the code."))
          .infoOnSmallTables()
          .formerly("my-copy-algorithm")
          .knownAs("bytebase ADVICE_ONLINE_MIGRATION");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Scene scene) {
    if (MysqlRequest.of(scene.statement()).locks("NONE")) {
      return List.of();
    }
    List<Impact> impacts = scene.impacts();
    for (int i = 0; i < impacts.size(); i++) {
      Impact impact = impacts.get(i);
      Optional<ObjectName> table = impact.table().filter(t -> !scene.isNewAndEmpty(t));
      if (table.isPresent() && blocks(impact)) {
        Action action = scene.statement().actions().get(i);
        return List.of(problem(action, impact, table.get(), scene));
      }
    }
    return List.of();
  }

  private static boolean blocks(Impact impact) {
    return impact.blocks() != Blocks.NOTHING && impact.work().growsWithTable();
  }

  private static Problem problem(Action action, Impact impact, ObjectName table, Scene scene) {
    Problem problem =
        Problem.at(action.place(), message(impact, scene.sized(table)))
            .sized(scene.size(table))
            .withReplacement(withoutWish(scene));
    return isGuess(action, table, scene) ? problem.as(Severity.WARNING) : problem;
  }

  private static Message message(Impact impact, Message table) {
    if (impact.work() == Work.INDEX_BUILD) {
      return Message.of("Builds an index of %s while writes to it wait", table);
    }
    return impact.lock().contains("copy")
        ? Message.of("Copies %s while writes to it wait", table)
        : Message.of("Rebuilds %s while writes to it wait", table);
  }

  /** Where only the author's own clause makes it copy, or keeps writers out. */
  private static Optional<Replacement> withoutWish(Scene scene) {
    MysqlRequest request = MysqlRequest.of(scene.statement());
    Optional<MysqlAnswer> answer =
        MysqlAnswer.of(scene.statement(), scene.catalog()).filter(MysqlAnswer::online);
    boolean copies = request.asksFor("COPY");
    boolean single = copies != request.lock().isPresent();
    return answer
        .filter(a -> single)
        .flatMap(
            a ->
                copies
                    ? request.algorithm().map(w -> instead(w, "ALGORITHM=" + a.algorithm()))
                    : request.lock().map(w -> instead(w, "LOCK=NONE")));
  }

  private static Replacement instead(MysqlRequest.Asked wish, String clause) {
    return new Replacement(wish.place(), clause);
  }

  /** Without the schema the old type is unknown. */
  private static boolean isGuess(Action action, ObjectName table, Scene scene) {
    return action instanceof Action.ModifyColumn && scene.table(table).isEmpty();
  }
}
