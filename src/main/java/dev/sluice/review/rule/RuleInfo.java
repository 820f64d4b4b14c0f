package dev.sluice.review.rule;

import dev.sluice.review.RuleId;
import dev.sluice.review.Severity;
import dev.sluice.sql.Dialect;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What people should know about a rule.
 *
 * @param onSmallTables the severity at most, where the table is known to be small
 * @param engines where it applies
 * @param title what the rule wants, as a sentence without full stop
 * @param formerIds other names under which it can be configured and ignored
 */
public record RuleInfo(
    RuleId id,
    Severity severity,
    Optional<Severity> onSmallTables,
    Set<Dialect> engines,
    String title,
    Explanation explanation,
    List<RuleId> formerIds) {
  /** Every engine that Sluice reviews today. */
  public static final Set<Dialect> ALL_ENGINES = Set.of(Dialect.values());

  /** MySQL and what came of it. */
  public static final Set<Dialect> MYSQL_FAMILY = Set.of(Dialect.MYSQL, Dialect.MARIADB);

  private static final Pattern VERB = Pattern.compile("(require|ban|prefer|limit|name)-.+");

  public RuleInfo {
    if (!VERB.matcher(id.value()).matches()) {
      throw new IllegalArgumentException(id + ": begin with require, ban, prefer, limit or name");
    }
    if (engines.isEmpty() || title.isBlank() || title.endsWith(".")) {
      throw new IllegalArgumentException(id + ": needs engines and a title without full stop");
    }
    engines = Set.copyOf(EnumSet.copyOf(engines));
    formerIds = List.copyOf(formerIds);
  }

  public RuleInfo(
      String id, Severity severity, Set<Dialect> engines, String title, Explanation explanation) {
    this(
        new RuleId(id), severity, Optional.empty(), engines, title, explanation, List.<RuleId>of());
  }

  /** The same rule, only a note where the table is known to be small. */
  public RuleInfo infoOnSmallTables() {
    return new RuleInfo(
        id, severity, Optional.of(Severity.INFO), engines, title, explanation, formerIds);
  }

  public RuleInfo formerly(String... ids) {
    List<RuleId> former = List.of(ids).stream().map(RuleId::new).toList();
    return new RuleInfo(id, severity, onSmallTables, engines, title, explanation, former);
  }

  public boolean isCalled(String name) {
    return id.value().equals(name) || formerIds.stream().anyMatch(f -> f.value().equals(name));
  }
}
