package dev.sluice.sql.judge;

import dev.sluice.sql.Statement;
import dev.sluice.sql.SyntaxJudge;
import dev.sluice.sql.judge.AntlrGrammar.OutOfTime;
import dev.sluice.sql.judge.AntlrGrammar.Refusal;
import java.util.Optional;

/**
 * Judges by a grammar that is not the server's own: the shapes where it is wrong, giants and slow
 * ones are unknown, not invalid.
 */
abstract class GrammarJudge implements SyntaxJudge {
  /** Of this thread's processor time, for one statement. */
  static final long LIMIT_NANOS = 2_000_000_000L;

  static final String TOO_DEEP = "it is nested too deeply";
  private static final int LONGEST = 200_000;

  @Override
  public final Verdict judge(Statement statement) {
    if (statement.isTemplate()) {
      return new Unknown("it contains a template");
    }
    if (statement.text().length() > LONGEST) {
      return new Unknown("it is longer than " + LONGEST + " characters");
    }
    Optional<String> tooMuch = tooMuch(statement);
    if (tooMuch.isPresent()) {
      return new Unknown(tooMuch.get());
    }
    try {
      return refusal(statement).map(refusal -> refused(statement, refusal)).orElseGet(Valid::new);
    } catch (OutOfTime e) {
      return new Unknown("the grammar needs more than two seconds");
    } catch (StackOverflowError e) {
      return new Unknown(TOO_DEEP);
    }
  }

  private Verdict refused(Statement statement, Refusal refusal) {
    Optional<String> gap = gap(statement, refusal);
    if (gap.isPresent()) {
      return new Unknown(gap.get());
    }
    String where = refusal.near().isEmpty() ? "at end of input" : near(written(statement, refusal));
    return new Invalid(Positions.of(statement, refusal.offset()), "syntax error " + where);
  }

  /** What the grammar stopped at, which may have seen the statement with other letters. */
  private static String written(Statement statement, Refusal refusal) {
    int from = refusal.offset();
    int to = from + refusal.near().length();
    String text = statement.text();
    boolean ours = from >= 0 && to <= text.length() && !refusal.near().startsWith("'");
    return ours ? text.substring(from, to) : refusal.near();
  }

  /** Why this grammar is not asked about a statement that others are asked about. */
  Optional<String> tooMuch(Statement statement) {
    return Optional.empty();
  }

  /** Where the grammar stops, if it does. */
  abstract Optional<Refusal> refusal(Statement statement);

  /** Why a refusal proves nothing, if so. */
  abstract Optional<String> gap(Statement statement, Refusal refusal);

  /** How the engine names the token. */
  abstract String near(String token);
}
