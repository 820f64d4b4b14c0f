package dev.sluice.sql;

import java.util.Optional;
import java.util.function.Supplier;
import net.sf.jsqlparser.statement.Statement;

/**
 * What JSqlParser makes of a statement, once somebody asks: a tree costs several times what all
 * other reading does, and most statements need none. Safe for use by several threads.
 */
public final class Tree {
  /** Of what stands within a program, where JSqlParser does not look. */
  public static final Tree NONE = new Tree(Optional::empty);

  private final Supplier<Optional<Statement>> parser;
  private Optional<Statement> parsed = Optional.empty();
  private boolean asked;

  /**
   * @param parser asked at most once
   */
  public Tree(Supplier<Optional<Statement>> parser) {
    this.parser = parser;
  }

  /**
   * Its own positions are partial, use the tokens' places. Empty where JSqlParser refuses, which
   * says nothing about the statement's syntax.
   */
  public synchronized Optional<Statement> root() {
    if (!asked) {
      asked = true;
      parsed = parser.get();
    }
    return parsed;
  }
}
