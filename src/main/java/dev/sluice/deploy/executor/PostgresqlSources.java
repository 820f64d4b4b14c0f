package dev.sluice.deploy.executor;

import dev.sluice.deploy.backup.BackupPlanner.Sources;
import dev.sluice.deploy.backup.SourceColumn;
import dev.sluice.deploy.backup.SourceTable;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.Statement;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a backup has to know of a table, from PostgreSQL's catalogs as the transaction sees them.
 */
record PostgresqlSources(Connection connection) implements Sources {
  private static final String TABLE =
      """
      select c.oid, n.nspname, c.relname, c.relkind::text as kind,
        c.relpersistence = 't' as temporary,
        c.relhassubclass and c.relkind = 'r' as parent,
        c.relispartition or c.relhassubclass or c.relkind = 'p' as partition,
        exists (select 1 from pg_inherits i where i.inhrelid = c.oid) as child,
        exists (select 1 from pg_rewrite r where r.ev_class = c.oid) as rules,
        exists (select 1 from pg_trigger t
          where t.tgrelid = c.oid and not t.tgisinternal and t.tgenabled <> 'D') as triggers,
        array(select f.conrelid::regclass::text from pg_constraint f
          where f.confrelid = c.oid and f.contype = 'f' and f.confdeltype in ('c', 'n', 'd')
          order by 1) as cascading,
        exists (select 1 from pg_constraint f
          where f.contype = 'f' and c.oid in (f.conrelid, f.confrelid)) as linked,
        exists (select 1 from pg_depend d
          where d.deptype = 'n' and ((d.refclassid = 'pg_class'::regclass and d.refobjid = c.oid)
            or (d.refclassid = 'pg_type'::regclass and d.refobjid = c.reltype))
            and not (d.classid = 'pg_constraint'::regclass
              and d.objid in (select k.oid from pg_constraint k where k.conrelid = c.oid))
          ) as needed,
        array(select a.attname::text
          from pg_index x cross join lateral unnest(x.indkey) with ordinality as k(attnum, place)
          join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
          where x.indrelid = c.oid and x.indisprimary order by k.place) as key
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.oid = to_regclass(%s)
      """
          .formatted(PostgresqlTraces.NAME);

  private static final String COLUMNS =
      """
      select a.attname,
        coalesce(to_jsonb(a) ->> 'attgenerated', '') <> '' as generated,
        a.attidentity = 'a' as always,
        case when tn.nspname <> 'pg_catalog'
          then quote_ident(tn.nspname) || '.' || quote_ident(t.typname) end as own_type,
        quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
          || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as definition
      from pg_attribute a
      join pg_type t on t.oid = a.atttypid join pg_namespace tn on tn.oid = t.typnamespace
      left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = ? and a.attnum > 0 and not a.attisdropped order by a.attnum
      """;

  @Override
  public Optional<SourceTable> find(ObjectName written, Statement statement) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(TABLE)) {
      query.setString(1, written.schema().orElse(""));
      query.setString(2, written.name());
      try (ResultSet row = query.executeQuery()) {
        return row.next() && !row.getBoolean("temporary")
            ? Optional.of(table(row))
            : Optional.empty();
      }
    }
  }

  private SourceTable table(ResultSet row) throws SQLException {
    boolean linked = row.getBoolean("linked");
    return new SourceTable(
        ObjectName.of(row.getString("nspname"), row.getString("relname")),
        obstacle(row),
        columns(row.getLong("oid")),
        texts(row, "key"),
        texts(row, "cascading"),
        row.getBoolean("triggers"),
        entangled(row, linked),
        linked);
  }

  private static String obstacle(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    if (!kind.equals("r") && !kind.equals("p")) {
      return "it is no table, but a view or a foreign table";
    }
    if (row.getBoolean("parent")) {
      return "other tables inherit from it";
    }
    return row.getBoolean("rules") ? "rules rewrite what is done to it" : "";
  }

  private static String entangled(ResultSet row, boolean linked) throws SQLException {
    if (row.getBoolean("partition") || row.getBoolean("child")) {
      return "it is a partition or has some";
    }
    if (linked) {
      return "a foreign key begins or ends at it";
    }
    return row.getBoolean("needed") ? "other objects need it" : "";
  }

  private List<SourceColumn> columns(long table) throws SQLException {
    List<SourceColumn> columns = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(COLUMNS)) {
      query.setLong(1, table);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          columns.add(
              new SourceColumn(
                  row.getString("attname"),
                  Optional.ofNullable(row.getString("own_type")),
                  row.getBoolean("generated"),
                  false,
                  row.getBoolean("always"),
                  Optional.ofNullable(row.getString("definition"))));
        }
      }
    }
    return columns;
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    @Nullable Array array = row.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }

  @Override
  public Set<String> changing(Set<String> functions) throws SQLException {
    return functions.isEmpty()
        ? Set.of()
        : Set.copyOf(
            Jdbc.column(
                connection,
                "select distinct proname::text from pg_proc where provolatile = 'v'"
                    + " and lower(proname) = any(string_to_array(?, ' '))",
                String.join(" ", functions)));
  }
}
