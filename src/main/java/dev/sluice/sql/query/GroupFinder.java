package dev.sluice.sql.query;

import dev.sluice.sql.Dialect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.GroupByElement;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.util.TablesNamesFinder;
import org.jspecify.annotations.Nullable;

/** Finds plain columns in the select list of a grouping that the grouping does not name. */
final class GroupFinder extends TablesNamesFinder<Void> {
  private final Dialect dialect;
  private final List<Ungrouped> found = new ArrayList<>();

  private GroupFinder(Dialect dialect) {
    this.dialect = dialect;
  }

  static List<Ungrouped> ungrouped(net.sf.jsqlparser.statement.Statement root, Dialect dialect) {
    GroupFinder finder = new GroupFinder(dialect);
    try {
      finder.getTables(root);
    } catch (UnsupportedOperationException e) {
      // JSqlParser walks no further into DDL; what it came to stands
    }
    return finder.found;
  }

  @Override
  public <S> @Nullable Void visit(PlainSelect select, S context) {
    GroupByElement group = select.getGroupBy();
    if (group != null
        && group.getGroupByExpressionList() != null
        && group.getGroupingSets().isEmpty()) {
      look(select, group);
    }
    return super.visit(select, context);
  }

  private void look(PlainSelect select, GroupByElement group) {
    Set<String> names = new HashSet<>();
    for (Object expression : group.getGroupByExpressionList()) {
      if (!(expression instanceof Column column)) {
        return; // an ordinal, or an expression that an item may repeat
      }
      names.add(folded(column));
    }
    for (SelectItem<?> item : select.getSelectItems()) {
      Expression expression = item.getExpression();
      boolean named = item.getAlias() != null && names.contains(folded(item.getAlias().getName()));
      if (expression instanceof Column column && !names.contains(folded(column)) && !named) {
        found.add(new Ungrouped(column.getFullyQualifiedName(), folded(column), names));
      }
    }
  }

  private String folded(Column column) {
    return folded(column.getColumnName());
  }

  private String folded(String name) {
    boolean quoted = name.startsWith("`") || name.startsWith("\"") || name.startsWith("[");
    return dialect.fold(quoted ? name.substring(1, name.length() - 1) : name, quoted);
  }
}
