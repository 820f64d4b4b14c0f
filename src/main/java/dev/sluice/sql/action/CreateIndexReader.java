package dev.sluice.sql.action;

import dev.sluice.sql.Action;
import dev.sluice.sql.IndexKind;
import dev.sluice.sql.ObjectName;
import java.util.List;
import java.util.Optional;

/** CREATE INDEX. */
final class CreateIndexReader {
  private CreateIndexReader() {}

  static Action read(Cursor c) {
    c.expect("CREATE");
    boolean unique = c.take("UNIQUE");
    IndexKind kind = IndexKind.PLAIN;
    while (!c.take("INDEX")) {
      kind = c.at("FULLTEXT") ? IndexKind.FULLTEXT : c.at("SPATIAL") ? IndexKind.SPATIAL : kind;
      c.next();
    }
    boolean concurrently = c.take("CONCURRENTLY");
    boolean ifNotExists = c.take("IF", "NOT", "EXISTS");
    Optional<ObjectName> name = c.at("ON") ? Optional.empty() : Optional.of(c.objectName());
    if (c.take("USING")) {
      c.next();
    }
    c.expect("ON");
    boolean only = c.take("ONLY");
    ObjectName table = c.objectName();
    if (c.take("USING")) {
      c.next();
    }
    List<String> columns = ConstraintReader.columns(c.parentheses());
    Optional<String> where = where(c);
    return new Action.CreateIndex(
        c.whole(), name, table, columns, unique, concurrently, ifNotExists, only, where, kind);
  }

  private static Optional<String> where(Cursor c) {
    while (!c.done()) {
      if (c.take("WHERE")) {
        return Optional.of(c.rest());
      }
      c.skipOne();
    }
    return Optional.empty();
  }
}
