package dev.sluice.bulk;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.ParsedScript;
import dev.sluice.sql.Place;
import dev.sluice.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with a script's batch and online comments, as far as the script alone tells. */
public final class BulkCheck {
  private BulkCheck() {}

  /**
   * @param statement its number; 0 when the comment belongs to none
   * @param words a sentence that names nothing, so that it can be translated
   */
  public record Objection(Place place, int statement, String words) {}

  public static List<Objection> of(ParsedScript script) {
    List<Objection> all = new ArrayList<>();
    for (Place place : BulkDirective.astray(script)) {
      all.add(
          new Objection(
              place, 0, "A batch or online comment stands alone, directly before its statement."));
    }
    for (Statement statement : script.statements()) {
      BulkDirective.of(script, statement)
          .flatMap(d -> objection(d, statement, script.dialect()))
          .ifPresent(w -> all.add(new Objection(statement.place(), statement.number(), w)));
    }
    return all;
  }

  /** Of one statement. */
  public static Optional<String> objection(
      BulkDirective directive, Statement statement, Dialect dialect) {
    return switch (directive.kind()) {
      case BATCH -> batch(directive, statement, dialect);
      case ONLINE -> OnlineAlter.of(directive, statement, dialect).objection();
    };
  }

  private static Optional<String> batch(
      BulkDirective directive, Statement statement, Dialect dialect) {
    try {
      BatchWish.parse(directive.rest());
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
    return Splittable.of(statement, dialect).reason().map(NotSplittable::words);
  }
}
