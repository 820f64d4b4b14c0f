package dev.sluice.bulk;

import dev.sluice.sql.ParsedScript;
import dev.sluice.sql.ParsedScript.Directive;
import dev.sluice.sql.Place;
import dev.sluice.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * A comment that says how a statement is to run: {@code -- sluice: batch …} or {@code -- sluice:
 * online}, directly before it.
 *
 * @param rest what stands behind the verb
 */
public record BulkDirective(Kind kind, String rest, Place place) {
  /** How it is to run. */
  public enum Kind {
    BATCH("in batches"),
    ONLINE("by an online schema change tool");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** For people, behind what is done. */
    public String words() {
      return words;
    }
  }

  /** Of this statement; the first one when there are several. */
  public static Optional<BulkDirective> of(ParsedScript script, Statement statement) {
    return all(script).stream()
        .filter(d -> d.statement() == statement.number())
        .flatMap(d -> of(d).stream())
        .findFirst();
  }

  /** Those that stand before no statement, or beside another one of the same statement. */
  public static List<Place> astray(ParsedScript script) {
    List<Directive> all = all(script);
    return all.stream()
        .filter(d -> !speaksOf(d, script) || isSecond(d, all))
        .map(Directive::place)
        .toList();
  }

  private static boolean speaksOf(Directive directive, ParsedScript script) {
    return script.statements().stream()
        .filter(s -> s.number() == directive.statement())
        .anyMatch(s -> directive.place().offset() < s.place().offset());
  }

  private static boolean isSecond(Directive directive, List<Directive> all) {
    return all.stream()
        .anyMatch(
            d ->
                d.statement() == directive.statement()
                    && d.place().offset() < directive.place().offset());
  }

  private static List<Directive> all(ParsedScript script) {
    return script.directives().stream().filter(d -> of(d).isPresent()).toList();
  }

  private static Optional<BulkDirective> of(Directive directive) {
    return switch (directive.verb()) {
      case "batch" ->
          Optional.of(new BulkDirective(Kind.BATCH, directive.rest(), directive.place()));
      case "online" ->
          Optional.of(new BulkDirective(Kind.ONLINE, directive.rest(), directive.place()));
      default -> Optional.empty();
    };
  }
}
