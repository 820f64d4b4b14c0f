package dev.sluice.catalog;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.ObjectName;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a catalog knows besides its relations.
 *
 * @param path where names without a schema are looked for
 * @param blurred the kinds of which a statement may have changed names that we do not know
 * @param keysUnchecked whether the scripts have switched MySQL's {@code foreign_key_checks} off
 */
record Scope(
    Dialect dialect,
    Optional<ServerVersion> version,
    boolean read,
    Set<String> schemas,
    List<String> path,
    Set<ObjectKind> blurred,
    boolean keysUnchecked) {
  /** Sluice's own schema and tables; they are left out of every catalog. */
  private static final String OWN = "sluice";

  static Scope unread(Dialect dialect) {
    return new Scope(dialect, Optional.empty(), false, Set.of(), path(dialect), Set.of(), false);
  }

  private static List<String> path(Dialect dialect) {
    return switch (dialect) {
      case POSTGRESQL -> List.of("public");
      case SQLITE -> List.of("main");
      case MYSQL, MARIADB -> List.of("");
    };
  }

  /** Whether "not there" can be said of this kind. */
  boolean sure(ObjectKind kind) {
    boolean nameless = kind == ObjectKind.CONSTRAINT && dialect == Dialect.SQLITE;
    return read && !nameless && !blurred.contains(kind);
  }

  boolean blurred(ObjectKind kind) {
    return blurred.contains(kind);
  }

  Scope blur(ObjectKind first, ObjectKind... more) {
    Set<ObjectKind> all = EnumSet.of(first, more);
    all.addAll(blurred);
    return new Scope(dialect, version, read, schemas, path, Set.copyOf(all), keysUnchecked);
  }

  Scope withPath(List<String> newPath) {
    return new Scope(dialect, version, read, schemas, newPath, blurred, keysUnchecked);
  }

  Scope withSchema(String schema) {
    Set<String> all = new HashSet<>(schemas);
    all.add(schema);
    return new Scope(dialect, version, read, Set.copyOf(all), path, blurred, keysUnchecked);
  }

  Scope withKeysUnchecked(boolean unchecked) {
    return new Scope(dialect, version, read, schemas, path, blurred, unchecked);
  }

  /** Where a name may be found, in the engine's order. */
  Stream<ObjectName> candidates(ObjectName name) {
    return name.schema().isPresent()
        ? Stream.of(name)
        : Stream.concat(Stream.of(temporarySchema()), path.stream())
            .map(schema -> ObjectName.of(schema, name.name()));
  }

  /** The name that a new object gets. */
  ObjectName forNew(ObjectName name, boolean temporary) {
    if (temporary) {
      return ObjectName.of(temporarySchema(), name.name());
    }
    return name.schema().isPresent()
        ? name
        : ObjectName.of(path.isEmpty() ? "" : path.get(0), name.name());
  }

  private String temporarySchema() {
    return dialect == Dialect.POSTGRESQL ? "pg_temp" : "temp";
  }

  boolean knowsSchema(String schema) {
    return schema.equals(temporarySchema()) || schemas.contains(schema) || ofTheServer(schema);
  }

  /** Whether the name belongs to the server or to Sluice, of which a catalog does not speak. */
  boolean outside(ObjectName located) {
    String schema = located.schema().orElse("");
    String name = located.name();
    return switch (dialect) {
      case POSTGRESQL ->
          ofTheServer(schema)
              || schema.equals(OWN)
              || schema.startsWith(OWN + "_backup")
              || name.startsWith("pg_");
      case SQLITE ->
          name.startsWith("sqlite_")
              || name.startsWith("pragma_")
              || name.startsWith("_" + OWN + "_")
              || !knowsSchema(schema);
      case MYSQL, MARIADB -> !path.contains(schema);
    };
  }

  private boolean ofTheServer(String schema) {
    return dialect == Dialect.POSTGRESQL
        && (schema.equals("information_schema")
            || (schema.startsWith("pg_") && !schema.equals(temporarySchema())));
  }
}
