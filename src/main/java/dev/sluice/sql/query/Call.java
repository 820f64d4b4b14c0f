package dev.sluice.sql.query;

import dev.sluice.sql.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A call of a function.
 *
 * @param function lower case, without its schema
 * @param place of the name
 * @param arguments without the parentheses
 */
public record Call(String function, Place place, Stretch arguments) {
  /** All calls, at any depth, in order; keywords with parentheses are among them. */
  public static List<Call> in(Stretch tokens) {
    List<Call> calls = new ArrayList<>();
    for (int i = 1; i < tokens.size(); i++) {
      if (tokens.at(i, "(") && tokens.get(i - 1).isName()) {
        String name = tokens.get(i - 1).unquoted().toLowerCase(Locale.ROOT);
        Place place = tokens.get(i - 1).place();
        tokens.parentheses(i).ifPresent(a -> calls.add(new Call(name, place, a)));
      }
    }
    return calls;
  }
}
