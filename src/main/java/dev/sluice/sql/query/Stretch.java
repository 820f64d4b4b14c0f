package dev.sluice.sql.query;

import dev.sluice.sql.Place;
import dev.sluice.sql.Statement;
import dev.sluice.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A run of tokens of one statement, to be taken apart into clauses, items and conditions. */
public record Stretch(List<Token> tokens) {
  public Stretch {
    tokens = List.copyOf(tokens);
  }

  public static Stretch of(Statement statement) {
    return new Stretch(statement.tokens());
  }

  /** The tokens of the statement that stand within a place, usually an action's. */
  public static Stretch of(Statement statement, Place within) {
    return new Stretch(
        statement.tokens().stream()
            .filter(t -> t.place().offset() >= within.offset())
            .filter(t -> t.place().endOffset() <= within.endOffset())
            .toList());
  }

  public boolean isEmpty() {
    return tokens.isEmpty();
  }

  public int size() {
    return tokens.size();
  }

  public Token get(int index) {
    return tokens.get(index);
  }

  /** From the first to the last token; there must be one. */
  public Place place() {
    return tokens.get(0).place().to(tokens.get(tokens.size() - 1).place());
  }

  /** Whether the words stand one behind the other from {@code index} on. */
  public boolean at(int index, String... words) {
    for (int i = 0; i < words.length; i++) {
      if (index + i < 0 || index + i >= size() || !get(index + i).is(words[i])) {
        return false;
      }
    }
    return true;
  }

  /** As written, without comments and with one space for what stood between two tokens. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < size(); i++) {
      boolean apart = i > 0 && get(i - 1).place().endOffset() < get(i).place().offset();
      text.append(apart ? " " : "").append(get(i).text());
    }
    return text.toString();
  }

  public boolean isOneOf(int index, Set<String> words) {
    return index >= 0 && index < size() && get(index).isOneOf(words);
  }

  public boolean contains(String... words) {
    return indexOf(words) >= 0;
  }

  /** Where the words stand first, at any depth; -1 when they do not. */
  public int indexOf(String... words) {
    for (int i = 0; i < size(); i++) {
      if (at(i, words)) {
        return i;
      }
    }
    return -1;
  }

  /** The first of these words at or behind {@code from} outside parentheses and CASE, or -1. */
  public int find(int from, Set<String> words) {
    int depth = 0;
    for (int i = from; i < size(); i++) {
      if (depth == 0 && isOneOf(i, words)) {
        return i;
      }
      depth += opens(get(i)) ? 1 : closes(get(i)) ? -1 : 0;
    }
    return -1;
  }

  /** As {@link #find}; the end of the stretch where there is none. */
  public int findOrEnd(int from, Set<String> words) {
    int found = find(from, words);
    return found < 0 ? size() : found;
  }

  /** What stands there; less where the stretch ends before. */
  public Stretch range(int from, int to) {
    int end = Math.min(to, size());
    return new Stretch(tokens.subList(Math.min(from, end), end));
  }

  public Stretch from(int index) {
    return range(index, size());
  }

  /** What stands behind the first such word up to the first of {@code ends}, both outermost. */
  public Optional<Stretch> clause(String word, Set<String> ends) {
    int at = find(0, Set.of(word));
    return at < 0 ? Optional.empty() : Optional.of(range(at + 1, findOrEnd(at + 1, ends)));
  }

  /** Cut at the commas outside parentheses. */
  public List<Stretch> items() {
    return cut(",");
  }

  /** Cut at a word outside parentheses; the AND of a BETWEEN does not count. */
  public List<Stretch> cut(String word) {
    List<Stretch> parts = new ArrayList<>();
    int from = 0;
    int search = 0;
    for (int at = find(0, Set.of(word)); at >= 0; at = find(search, Set.of(word))) {
      search = at + 1;
      if (!(word.equals("AND") && range(from, at).awaitsAnd())) {
        parts.add(range(from, at));
        from = at + 1;
      }
    }
    parts.add(from(from));
    return parts;
  }

  /** Whether a BETWEEN has not come to its AND yet. */
  private boolean awaitsAnd() {
    int between = find(0, Set.of("BETWEEN"));
    return between >= 0 && find(between, Set.of("AND")) < 0;
  }

  /** Without the pairs of parentheses around all of it. */
  public Stretch unwrapped() {
    Stretch inner = this;
    while (inner.size() > 2 && inner.at(0, "(") && inner.partner(0) == inner.size() - 1) {
      inner = inner.range(1, inner.size() - 1);
    }
    return inner;
  }

  /** What stands between the parenthesis at {@code open} and its partner; empty for another. */
  public Optional<Stretch> parentheses(int open) {
    int partner = at(open, "(") ? partner(open) : -1;
    return partner < 0 ? Optional.empty() : Optional.of(range(open + 1, partner));
  }

  /** The index of the partner of the parenthesis at {@code open}, or -1. */
  public int partner(int open) {
    int depth = 0;
    for (int i = open; i < size(); i++) {
      depth += at(i, "(") ? 1 : at(i, ")") ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  static boolean opens(Token token) {
    return token.is("(") || token.is("[") || token.is("CASE");
  }

  static boolean closes(Token token) {
    return token.is(")") || token.is("]") || token.is("END");
  }
}
