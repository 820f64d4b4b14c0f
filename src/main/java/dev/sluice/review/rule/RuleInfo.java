package dev.sluice.review.rule;

import dev.sluice.review.RuleId;
import dev.sluice.review.Severity;
import dev.sluice.review.SluiceVersion;
import dev.sluice.sql.Dialect;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What people should know about a rule.
 *
 * @param engines where it applies
 * @param title what the rule wants, as a sentence without full stop
 * @param options what a policy can set besides the severity
 * @param since the version of Sluice in which it came
 */
public record RuleInfo(
    RuleId id,
    Severities severities,
    Set<Dialect> engines,
    String title,
    Explanation explanation,
    OtherNames names,
    List<Option<?>> options,
    SluiceVersion since) {
  /** The version of the first rules: those that say nothing else. */
  private static final SluiceVersion FIRST = new SluiceVersion(0, 1, 0);

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
    options = List.copyOf(options);
  }

  /** Whether a rule may be called so. */
  public static boolean isId(String text) {
    return RuleId.isId(text) && VERB.matcher(text).matches();
  }

  /**
   * @param severity off for what only some houses want: their policies turn it on
   */
  public RuleInfo(
      String id, Severity severity, Set<Dialect> engines, String title, Explanation explanation) {
    this(
        new RuleId(id),
        Severities.of(severity),
        engines,
        title,
        explanation,
        OtherNames.NONE,
        List.of(),
        FIRST);
  }

  /**
   * A rule that came later than the first ones. A policy with an older {@code rules_version} takes
   * it as information.
   *
   * @param version of Sluice, like {@code 1.4.0}
   */
  public RuleInfo since(String version) {
    return new RuleInfo(
        id, severities, engines, title, explanation, names, options, SluiceVersion.parse(version));
  }

  /** The same rule, only a note where the table is known to be small. */
  public RuleInfo infoOnSmallTables() {
    return with(severities.onSmallTables(Severity.INFO));
  }

  /** The same rule, with another severity in the strict policy. */
  public RuleInfo inStrict(Severity severity) {
    return with(severities.inStrict(severity));
  }

  /** The same rule, with another severity in the relaxed policy than one less. */
  public RuleInfo inRelaxed(Severity severity) {
    return with(severities.inRelaxed(severity));
  }

  /** Ids that it had once, under which it can still be configured and ignored. */
  public RuleInfo formerly(String... ids) {
    return with(names.formerly(ids));
  }

  /**
   * What other tools call it, for people who come from them.
   *
   * @param elsewhere the tool, a space, its name: {@code squawk ban-truncate}
   */
  public RuleInfo knownAs(String... elsewhere) {
    return with(names.knownAs(elsewhere));
  }

  /** What a policy can set; the rule reads it with {@link Scene#option}. */
  public RuleInfo options(Option<?>... offered) {
    return new RuleInfo(
        id, severities, engines, title, explanation, names, List.of(offered), since);
  }

  private RuleInfo with(Severities other) {
    return new RuleInfo(id, other, engines, title, explanation, names, options, since);
  }

  private RuleInfo with(OtherNames other) {
    return new RuleInfo(id, severities, engines, title, explanation, other, options, since);
  }

  public Severity severity() {
    return severities.standard();
  }

  public Optional<Severity> onSmallTables() {
    return severities.onSmallTables();
  }

  public List<RuleId> formerIds() {
    return names.former();
  }

  /** Its id, then its former ones: a policy may use any. */
  public Stream<RuleId> ids() {
    return Stream.concat(Stream.of(id), names.former().stream());
  }

  public boolean isCalled(String name) {
    return ids().anyMatch(f -> f.value().equals(name));
  }
}
