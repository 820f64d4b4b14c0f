package dev.sluice.review.rules.transaction;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Option;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleFor;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action.SetSetting;
import dev.sluice.sql.Dialect;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sluice waits briefly for a lock and tries again; a script should not undo that. */
public final class LimitLockTimeout extends RuleFor<SetSetting> {
  private static final Option<Integer> SECONDS =
      Option.number("max_seconds", 10, "How long a script may wait for a lock");
  private static final RuleInfo INFO =
      new RuleInfo(
              "limit-lock-timeout",
              Severity.WARNING,
              Set.of(Dialect.POSTGRESQL),
              "Scripts wait for locks as briefly as Sluice does",
              new Explanation(
                  "SET lock_timeout to 0 or to more than max_seconds, RESET lock_timeout and RESET"
                      + " ALL. Sluice sets lock_timeout for every deployment by itself, so that a"
                      + " script need not.",
                  "While a statement waits for its lock, everybody who comes later waits behind it,"
                      + " also those who would not be in its way.",
                  "Remove it: Sluice gives up after the target's lock_timeout and tries again."))
          .options(SECONDS)
          .knownAs("squawk require-lock-timeout");
  private static final Pattern VALUE = Pattern.compile("'?\\s*(\\d+)\\s*(us|ms|s|min|h|d)?\\s*'?");
  private static final Map<String, Double> SECONDS_OF =
      Map.of("us", 1e-6, "ms", 1e-3, "s", 1.0, "min", 60.0, "h", 3_600.0, "d", 86_400.0);

  public LimitLockTimeout() {
    super(SetSetting.class, INFO);
  }

  @Override
  protected Optional<Problem> problem(SetSetting set, Scene scene) {
    boolean resetsAll = set.name().equals("all") && scene.statement().tokens().get(0).is("RESET");
    if (!set.name().equals("lock_timeout") && !resetsAll) {
      return Optional.empty();
    }
    if (set.value().equalsIgnoreCase("DEFAULT")) {
      return Optional.of(Problem.at(set.place(), "lock_timeout becomes the server's: often none"));
    }
    Matcher value = VALUE.matcher(set.value().toLowerCase(Locale.ROOT));
    if (!value.matches()) {
      return Optional.empty();
    }
    String unit = value.group(2) == null ? "ms" : value.group(2);
    double seconds = Double.parseDouble(value.group(1)) * SECONDS_OF.getOrDefault(unit, 1.0);
    if (seconds > 0 && seconds <= scene.option(SECONDS)) {
      return Optional.empty();
    }
    return Optional.of(
        seconds == 0
            ? Problem.at(set.place(), "The script waits for locks without end")
            : Problem.at(set.place(), "The script waits for locks up to %s", set.value()));
  }
}
