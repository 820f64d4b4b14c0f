package dev.sluice.target;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Puts definitions behind what they name, and otherwise leaves their order. A circle, which the
 * body of a function may close, is cut where it began.
 *
 * @param <T> a definition
 */
final class Needs<T> {
  private final Map<String, List<T>> makers = new HashMap<>();
  private final Function<T, String> text;
  private final Pattern name;
  private final Set<T> seen = new HashSet<>();
  private final List<T> ordered = new ArrayList<>();

  /**
   * @param text where names are looked for
   * @param name what a name looks like there
   */
  Needs(Function<T, String> text, Pattern name) {
    this.text = text;
    this.name = name;
  }

  /**
   * @param makes the name that a definition makes; empty for none
   */
  List<T> order(Collection<T> definitions, Function<T, String> makes) {
    definitions.forEach(d -> makers.computeIfAbsent(makes.apply(d), n -> new ArrayList<>()).add(d));
    makers.remove("");
    definitions.forEach(this::visit);
    return List.copyOf(ordered);
  }

  private void visit(T definition) {
    if (!seen.add(definition)) {
      return;
    }
    name.matcher(text.apply(definition))
        .results()
        .map(MatchResult::group)
        .flatMap(n -> makers.getOrDefault(n, List.of()).stream())
        .forEach(this::visit);
    ordered.add(definition);
  }
}
