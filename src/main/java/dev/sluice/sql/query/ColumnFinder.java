package dev.sluice.sql.query;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.Statement;
import dev.sluice.sql.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.parser.ASTNodeAccess;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.WithItem;
import net.sf.jsqlparser.statement.update.Update;
import net.sf.jsqlparser.util.TablesNamesFinder;
import org.jspecify.annotations.Nullable;

/** Collects the columns of a tree; JSqlParser's finder of tables walks everywhere for us. */
final class ColumnFinder extends TablesNamesFinder<Void> {
  private final Dialect dialect;
  private final Statement statement;
  private final Map<Integer, Integer> indexByOffset = new HashMap<>();
  private final List<ColumnReference> found = new ArrayList<>();
  private final Set<String> outputs = new HashSet<>();
  private boolean ofTables = true;

  private ColumnFinder(Statement statement, Dialect dialect) {
    this.dialect = dialect;
    this.statement = statement;
    for (int i = 0; i < statement.tokens().size(); i++) {
      int offset = statement.tokens().get(i).place().offset() - statement.place().offset();
      indexByOffset.put(offset, i);
    }
  }

  static UsedColumns columns(
      net.sf.jsqlparser.statement.Statement root, Statement statement, Dialect dialect) {
    ColumnFinder finder = new ColumnFinder(statement, dialect);
    try {
      finder.getTables(root);
    } catch (UnsupportedOperationException e) {
      // JSqlParser walks no further into DDL; what it came to stands.
      finder.ofTables = false;
    }
    return new UsedColumns(finder.found, finder.outputs, finder.ofTables);
  }

  @Override
  public <S> @Nullable Void visit(PlainSelect select, S context) {
    comeFrom(select.getFromItem(), select.getJoins());
    if (select.getSelectItems() != null) {
      select.getSelectItems().forEach(item -> names(item.getAlias()));
    }
    return super.visit(select, context);
  }

  @Override
  public <S> @Nullable Void visit(Update update, S context) {
    comeFrom(update.getFromItem(), update.getJoins());
    comeFrom(update.getTable(), update.getStartJoins());
    return super.visit(update, context);
  }

  @Override
  public <S> @Nullable Void visit(Delete delete, S context) {
    comeFrom(delete.getTable(), delete.getJoins());
    if (delete.getUsingFromItemList() != null) {
      delete.getUsingFromItemList().forEach(item -> comeFrom(item, null));
    }
    return super.visit(delete, context);
  }

  @Override
  public <S> @Nullable Void visit(WithItem<?> with, S context) {
    ofTables = false;
    return super.visit(with, context);
  }

  private void comeFrom(@Nullable FromItem item, @Nullable List<Join> joins) {
    ofTables &= item == null || item instanceof Table;
    if (joins != null) {
      ofTables &= joins.stream().allMatch(j -> j.getFromItem() instanceof Table);
    }
  }

  private void names(@Nullable Alias output) {
    if (output != null) {
      String name = output.getUnquotedName();
      outputs.add(dialect.fold(name, !name.equals(output.getName())));
    }
  }

  @Override
  public <S> @Nullable Void visit(Column column, S context) {
    first(column).ifPresent(this::add);
    return super.visit(column, context);
  }

  private Optional<Integer> first(ASTNodeAccess node) {
    return Optional.ofNullable(node.getASTNode())
        .map(ast -> ast.jjtGetFirstToken())
        .map(token -> indexByOffset.get(token.absoluteBegin - 1));
  }

  private void add(int first) {
    List<Token> tokens = statement.tokens();
    int last = first;
    while (last + 2 < tokens.size()
        && tokens.get(last + 1).is(".")
        && tokens.get(last + 2).isName()) {
      last += 2;
    }
    if (!tokens.get(last).isName()) {
      return;
    }
    Optional<String> qualifier =
        last == first ? Optional.empty() : Optional.of(tokens.get(last - 2).folded(dialect));
    found.add(
        new ColumnReference(
            qualifier,
            tokens.get(last).folded(dialect),
            tokens.get(first).place().to(tokens.get(last).place())));
  }
}
