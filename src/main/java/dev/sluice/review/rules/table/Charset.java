package dev.sluice.review.rules.table;

import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Place;
import dev.sluice.sql.query.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A character set or collation that a definition names.
 *
 * @param name lower case
 */
record Charset(String name, boolean collation, Place place) {
  /** Those of a definition, in order; none of temporary tables. */
  static List<Charset> in(Action action, Scene scene) {
    boolean defines =
        (action instanceof Action.CreateTable create && !create.temporary())
            || action instanceof Action.AddColumn
            || action instanceof Action.ModifyColumn
            || (action instanceof Action.OtherDdl other
                && (other.objectType().startsWith("TABLE")
                    || other.objectType().equals("DATABASE")
                    || other.objectType().equals("SCHEMA")));
    List<Charset> named = new ArrayList<>();
    Stretch words =
        defines ? Stretch.of(scene.statement(), action.place()) : new Stretch(List.of());
    for (int i = 0; i < words.size(); i++) {
      int behind = words.at(i, "CHARACTER", "SET") ? i + 2 : i + 1;
      boolean collation = words.at(i, "COLLATE");
      boolean charset = words.at(i, "CHARSET") && !isColumn(words, i);
      if (collation || charset || words.at(i, "CHARACTER", "SET")) {
        named(words, behind, collation, named);
      }
    }
    return named;
  }

  /** CHARSET is not reserved. */
  private static boolean isColumn(Stretch words, int at) {
    boolean begins = at == 0 || words.isOneOf(at - 1, Set.of("(", ",", "COLUMN", "ADD"));
    return begins && !words.at(at + 1, "=");
  }

  private static void named(Stretch words, int behind, boolean collation, List<Charset> into) {
    int at = words.at(behind, "=") ? behind + 1 : behind;
    if (at < words.size()) {
      String name = words.get(at).text().replaceAll("['\"`]", "").toLowerCase(Locale.ROOT);
      into.add(new Charset(name, collation, words.get(at).place()));
    }
  }
}
