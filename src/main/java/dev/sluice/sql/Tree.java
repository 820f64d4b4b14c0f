package dev.sluice.sql;

/** What JSqlParser made of a statement. Its refusal says nothing about the statement's syntax. */
public sealed interface Tree {
  /** The parsed tree; its own positions are partial, use the tokens' places. */
  record Parsed(net.sf.jsqlparser.statement.Statement root) implements Tree {}

  /** No tree; {@code reason} is for logs and the "not fully reviewed" note. */
  record None(String reason) implements Tree {}
}
