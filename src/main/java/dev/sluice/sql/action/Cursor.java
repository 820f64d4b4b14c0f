package dev.sluice.sql.action;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Place;
import dev.sluice.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a stretch of a statement's tokens from left to right. */
final class Cursor {
  final Dialect dialect;
  private final String text;
  private final int textOffset;
  private final List<Token> tokens;
  private final int start;
  private final int end;
  private int at;

  /**
   * @param text the statement's text
   * @param textOffset where it begins in the file
   */
  Cursor(Dialect dialect, String text, int textOffset, List<Token> tokens) {
    this(dialect, text, textOffset, tokens, 0, tokens.size());
  }

  private Cursor(
      Dialect dialect, String text, int textOffset, List<Token> tokens, int start, int end) {
    this.dialect = dialect;
    this.text = text;
    this.textOffset = textOffset;
    this.tokens = tokens;
    this.start = start;
    this.at = start;
    this.end = end;
  }

  boolean done() {
    return at >= end;
  }

  /** How many tokens are left. */
  int left() {
    return end - at;
  }

  Token peek() {
    return peek(0);
  }

  Token peek(int ahead) {
    if (at + ahead >= end) {
      throw new NotUnderstood("it ends too early");
    }
    return tokens.get(at + ahead);
  }

  Token next() {
    Token token = peek();
    at++;
    return token;
  }

  /** Whether these words come next. */
  boolean at(String... words) {
    if (left() < words.length) {
      return false;
    }
    for (int i = 0; i < words.length; i++) {
      if (!peek(i).is(words[i])) {
        return false;
      }
    }
    return true;
  }

  boolean atAny(Set<String> words) {
    return !done() && peek().isOneOf(words);
  }

  boolean take(String... words) {
    boolean found = at(words);
    at += found ? words.length : 0;
    return found;
  }

  boolean takeAny(Set<String> words) {
    boolean found = atAny(words);
    at += found ? 1 : 0;
    return found;
  }

  void expect(String... words) {
    if (!take(words)) {
      throw unexpected();
    }
  }

  NotUnderstood unexpected() {
    return new NotUnderstood(
        done()
            ? "it ends too early"
            : "unexpected " + peek().text() + " at " + peek().place().start());
  }

  /** A mark for {@link #since} and {@link #textSince}. */
  int mark() {
    return at;
  }

  void back(int mark) {
    at = mark;
  }

  /** The stretch from a mark to the last token read. */
  Place since(int mark) {
    return tokens.get(mark).place().to(tokens.get(Math.max(mark, at - 1)).place());
  }

  /** All of this cursor's stretch. */
  Place whole() {
    return tokens.get(start).place().to(tokens.get(Math.max(start, end - 1)).place());
  }

  String textSince(int mark) {
    return mark == at ? "" : text(since(mark));
  }

  String rest() {
    int mark = at;
    at = end;
    return textSince(mark);
  }

  private String text(Place place) {
    return text.substring(place.offset() - textOffset, place.endOffset() - textOffset);
  }

  boolean atName() {
    return !done() && peek().isName();
  }

  /** An identifier, folded. */
  String name() {
    return fold(nameToken());
  }

  String fold(Token token) {
    return token.folded(dialect);
  }

  Token nameToken() {
    if (!atName()) {
      throw unexpected();
    }
    return next();
  }

  /** {@code [database.][schema.]name}; the database is left out. */
  ObjectName objectName() {
    List<String> parts = nameParts();
    String last = parts.get(parts.size() - 1);
    return parts.size() == 1
        ? ObjectName.of(last)
        : ObjectName.of(parts.get(parts.size() - 2), last);
  }

  List<String> nameParts() {
    List<String> parts = new ArrayList<>();
    parts.add(name());
    while (at(".") && left() > 1) {
      next();
      parts.add(name());
    }
    return parts;
  }

  Optional<ObjectName> optionalObjectName() {
    return atName() ? Optional.of(objectName()) : Optional.empty();
  }

  /** What stands between the parenthesis that comes next and its partner; moves behind both. */
  Cursor parentheses() {
    if (!at("(")) {
      throw unexpected();
    }
    int from = at + 1;
    skipOne();
    return part(from, at - 1);
  }

  /** Moves over one token, or over a whole pair of parentheses or brackets. */
  void skipOne() {
    int depth = 0;
    do {
      Token token = next();
      depth += opens(token) ? 1 : closes(token) ? -1 : 0;
    } while (depth > 0);
  }

  /** Moves to the first of these words outside parentheses, or to the end. */
  Cursor until(Set<String> words) {
    int from = at;
    while (!done() && !atAny(words)) {
      skipOne();
    }
    return part(from, at);
  }

  /** Whether one of these words follows outside parentheses; moves nothing. */
  boolean ahead(String... words) {
    int mark = at;
    boolean found = false;
    while (!done() && !found) {
      found = at(words);
      skipOne();
    }
    at = mark;
    return found;
  }

  /** What is left, cut at the commas outside parentheses. */
  List<Cursor> items() {
    List<Cursor> items = new ArrayList<>();
    while (!done()) {
      items.add(until(Set.of(",")));
      if (!done()) {
        next();
      }
    }
    return items;
  }

  /** Everything from here on, as a stretch of its own; moves to the end. */
  Cursor toTheEnd() {
    Cursor rest = remainder();
    at = end;
    return rest;
  }

  /** Everything from here on, as a stretch of its own. */
  Cursor remainder() {
    if (done()) {
      throw unexpected();
    }
    return part(at, end);
  }

  /** All tokens of this stretch, read or not. */
  Stream<Token> everyToken() {
    return tokens.subList(start, end).stream();
  }

  private Cursor part(int from, int to) {
    return new Cursor(dialect, text, textOffset, tokens, from, Math.max(from, to));
  }

  private static boolean opens(Token token) {
    return token.is("(") || token.is("[");
  }

  private static boolean closes(Token token) {
    return token.is(")") || token.is("]");
  }
}
