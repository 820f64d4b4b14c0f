package dev.sluice.catalog;

import dev.sluice.sql.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A constraint of a table.
 *
 * @param name the engine's name for it; SQLite has none for most
 * @param columns of this table, in order
 * @param references for a foreign key
 * @param expression for a check
 * @param validated false while NOT VALID
 */
public record Constraint(
    Kind kind,
    Optional<String> name,
    List<String> columns,
    Optional<Reference> references,
    Optional<String> expression,
    boolean validated) {
  public Constraint {
    columns = List.copyOf(columns);
  }

  boolean isNamed(String wanted) {
    return name.filter(wanted::equals).isPresent();
  }

  boolean refersTo(ObjectName table) {
    return references.filter(r -> r.isTo(table)).isPresent();
  }

  Constraint asValidated() {
    return new Constraint(kind, name, columns, references, expression, true);
  }

  Constraint renameColumn(String from, String to) {
    List<String> renamed = Lists.renamed(columns, from, to);
    return new Constraint(kind, name, renamed, references, expression, validated);
  }

  /** The same constraint after the referenced table got a new name. */
  Constraint follow(ObjectName from, ObjectName to) {
    return refersTo(from) ? withReference(r -> new Reference(to, r.columns())) : this;
  }

  /** The same constraint after a column of the referenced table got a new name. */
  Constraint follow(ObjectName table, String from, String to) {
    return refersTo(table)
        ? withReference(r -> new Reference(table, Lists.renamed(r.columns(), from, to)))
        : this;
  }

  private Constraint withReference(UnaryOperator<Reference> change) {
    return new Constraint(kind, name, columns, references.map(change), expression, validated);
  }

  /** What it holds. */
  public enum Kind {
    PRIMARY_KEY,
    UNIQUE,
    FOREIGN_KEY,
    CHECK,
    OTHER
  }

  /** Where a foreign key points. */
  public record Reference(ObjectName table, List<String> columns) {
    public Reference {
      columns = List.copyOf(columns);
    }

    boolean isTo(ObjectName other) {
      return table.equals(other);
    }

    boolean names(String column) {
      return columns.contains(column);
    }
  }
}
