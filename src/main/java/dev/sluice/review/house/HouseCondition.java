package dev.sluice.review.house;

import dev.sluice.setting.Doc;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a statement has to be like. Everything that is given must fit. */
@Doc("What a statement has to be like: everything that is given must fit.")
public record HouseCondition(
    @Doc("Regular expression that the schema matches as a whole.") Optional<Pattern> schema,
    @Doc("Regular expression that the table's name matches as a whole.") Optional<Pattern> table,
    @Doc("Regular expression that the column's name matches as a whole.") Optional<Pattern> column,
    @Doc(
            "Regular expression that the name of the index, constraint, view or setting matches as a"
                + " whole; the new name where something is renamed.")
        Optional<Pattern> name,
    @Doc(
            "Regular expression that the column's type matches as a whole, in whatever case: with or"
                + " without its arguments, as written or as the engine calls it.")
        Optional<Pattern> type,
    @Doc(
            "Words that stand one behind the other in the statement, or in its clause about that"
                + " column or constraint, in whatever case; of several, any. Comments and strings do"
                + " not count.")
        List<String> clause,
    @Doc("Whether the table was created by the same merge request.") Optional<Boolean> newTable) {
  public HouseCondition {
    clause = List.copyOf(clause);
  }

  /** The expressions by what they are about. */
  Map<Part, Pattern> patterns() {
    Map<Part, Pattern> patterns = new EnumMap<>(Part.class);
    schema.ifPresent(p -> patterns.put(Part.SCHEMA, p));
    table.ifPresent(p -> patterns.put(Part.TABLE, p));
    column.ifPresent(p -> patterns.put(Part.COLUMN, p));
    name.ifPresent(p -> patterns.put(Part.NAME, p));
    type.ifPresent(p -> patterns.put(Part.TYPE, p));
    return patterns;
  }

  boolean isEmpty() {
    return patterns().isEmpty() && clause.isEmpty() && newTable.isEmpty();
  }
}
