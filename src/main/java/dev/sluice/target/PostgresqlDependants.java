package dev.sluice.target;

import dev.sluice.probe.Dependant;
import dev.sluice.probe.Dependant.Fate;
import dev.sluice.probe.Probe.Deed;
import dev.sluice.probe.Probe.Dependants;
import dev.sluice.sql.ObjectName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What hangs on a relation of PostgreSQL: from pg_depend, which the server itself goes by. Only the
 * bodies of functions are text to it, and so they are searched for the name.
 */
final class PostgresqlDependants {
  /** What a column's type is part of; the server builds indexes and constraints anew by itself. */
  private static final Set<String> HOLD_THE_TYPE =
      Set.of(
          "view",
          "materialized view",
          "rule",
          "policy",
          "trigger",
          "generated column",
          "function",
          "publication");

  /** What goes with a column and might be missed. */
  private static final Set<String> WORTH_TELLING =
      Set.of("index", "constraint", "foreign key", "statistics", "generated column");

  private static final Set<String> CHILDREN = Set.of("table");

  /** A cascade over more than this is told in part. */
  private static final int MOST = 200;

  private static final Pattern PLAIN = Pattern.compile("\\w+");

  private static final String RELATION =
      """
      select c.oid::bigint as oid, coalesce((select a.attnum from pg_attribute a
          where a.attrelid = c.oid and a.attname = ? and not a.attisdropped), 0)::int as number
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relname = ? and n.nspname = ?
      """;

  /**
   * An object that belongs to the relation, or to the column, goes along with it. NOT NULL, a
   * constraint since PostgreSQL 18, is no news.
   */
  private static final String DEPENDANTS =
      """
      with own as (
        select d.classid, d.objid, d.objsubid, d.deptype from pg_depend d
        where d.refclassid = 'pg_class'::regclass and d.refobjid = ?::oid
          and (? = 0 or d.refobjsubid = ?)
        union all
        select d.classid, d.objid, d.objsubid, d.deptype
        from pg_type y join pg_depend d on d.refclassid = 'pg_type'::regclass
          and d.refobjid in (y.oid, y.typarray)
        where y.typrelid = ?::oid and ? = 0),
      each as (
        select classid, objid, objsubid, bool_or(deptype::text in ('a', 'i', 'P', 'S')) as along
        from own group by 1, 2, 3)
      select distinct e.along, r.oid::bigint as relation,
        coalesce(rn.nspname, fn.nspname, sn.nspname) as schema, r.relname as on_name,
        case e.classid::regclass::text
          when 'pg_class' then case when e.objsubid > 0 then 'column' else
            case r.relkind::text when 'i' then 'index' when 'I' then 'index' when 'v' then 'view'
              when 'm' then 'materialized view' when 'c' then 'type' when 'S' then 'sequence'
              when 'r' then 'table' when 'p' then 'table' when 'f' then 'table' end end
          when 'pg_rewrite' then case r.relkind::text when 'v' then 'view'
            when 'm' then 'materialized view' else 'rule' end
          when 'pg_constraint' then case k.contype::text when 'f' then 'foreign key'
            else 'constraint' end
          when 'pg_trigger' then 'trigger'
          when 'pg_policy' then 'policy'
          when 'pg_proc' then case f.prokind::text when 'p' then 'procedure' else 'function' end
          when 'pg_attrdef' then case when c.attgenerated::text = '' then 'default of column'
            else 'generated column' end
          when 'pg_statistic_ext' then 'statistics'
          when 'pg_publication_rel' then 'publication' end as kind,
        coalesce(k.conname, t.tgname, p.polname, f.proname, s.stxname, b.pubname, c.attname,
          case when w.rulename <> '_RETURN' then w.rulename end, r.relname) as name
      from each e
        left join pg_rewrite w on e.classid = 'pg_rewrite'::regclass and w.oid = e.objid
        left join pg_constraint k on e.classid = 'pg_constraint'::regclass and k.oid = e.objid
        left join pg_trigger t on e.classid = 'pg_trigger'::regclass and t.oid = e.objid
        left join pg_policy p on e.classid = 'pg_policy'::regclass and p.oid = e.objid
        left join pg_proc f on e.classid = 'pg_proc'::regclass and f.oid = e.objid
        left join pg_attrdef d on e.classid = 'pg_attrdef'::regclass and d.oid = e.objid
        left join pg_statistic_ext s
          on e.classid = 'pg_statistic_ext'::regclass and s.oid = e.objid
        left join pg_publication_rel l
          on e.classid = 'pg_publication_rel'::regclass and l.oid = e.objid
        left join pg_publication b on b.oid = l.prpubid
        left join pg_class x on e.classid = 'pg_class'::regclass and x.oid = e.objid
        left join pg_index i on i.indexrelid = x.oid
        left join pg_class r on r.oid = coalesce(w.ev_class, k.conrelid, t.tgrelid, p.polrelid,
          d.adrelid, s.stxrelid, l.prrelid, x.oid)
        left join pg_attribute c on c.attrelid = coalesce(d.adrelid, x.oid)
          and c.attnum = coalesce(d.adnum, nullif(e.objsubid, 0))
        left join pg_namespace rn on rn.oid = r.relnamespace
        left join pg_namespace fn on fn.oid = f.pronamespace
        left join pg_namespace sn on sn.oid = s.stxnamespace
      where (t.oid is null or not t.tgisinternal)
        and (k.oid is null or k.contype <> 'n')
        and not exists (select 1 from pg_depend o where o.classid = e.classid
          and o.objid = e.objid and o.deptype = 'e')
      order by kind, name
      """;

  private static final String BODIES =
      """
      select n.nspname, p.proname, p.prokind::text
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        join pg_language l on l.oid = p.prolang,
        lateral regexp_replace(p.prosrc, '--[^\\n]*', '', 'g') as source
      where l.lanname not in ('c', 'internal') and n.nspname !~ '^(pg_|sluice_backup)'
        and n.nspname not in ('information_schema', 'sluice')
        and not exists (select 1 from pg_depend e where e.classid = 'pg_proc'::regclass
          and e.objid = p.oid and e.deptype = 'e')
        and (source ~* ? or ? and p.oid in (select t.tgfoid from pg_trigger t
          where t.tgrelid = ?::oid))
        and source ~* ?
      order by 1, 2 limit 50
      """;

  private final Connection connection;
  private final Map<String, Dependant> found = new LinkedHashMap<>();

  PostgresqlDependants(Connection connection) {
    this.connection = connection;
  }

  private record Target(long oid, int number) {}

  private record Row(boolean along, long relation, Dependant what) {}

  List<Dependant> of(Dependants probe) throws SQLException {
    List<Target> targets =
        Rows.list(
            connection,
            RELATION,
            r -> new Target(r.getLong("oid"), r.getInt("number")),
            probe.column().orElse(""),
            probe.object().name(),
            probe.object().schema().orElse("public"));
    if (targets.isEmpty() || (probe.column().isPresent() && targets.get(0).number == 0)) {
      return List.of();
    }
    if (probe.deed() == Deed.DROP) {
      dropped(targets.get(0));
    } else if (probe.deed() == Deed.RETYPE) {
      direct(targets.get(0)).stream()
          .filter(r -> !r.along && HOLD_THE_TYPE.contains(r.what.kind()))
          .forEach(r -> add(r.what));
    }
    if (probe.deed() != Deed.RETYPE) {
      bodies(targets.get(0), probe).forEach(this::add);
    }
    return List.copyOf(found.values());
  }

  /** With what hangs on that which hangs on it: a cascade goes all the way. */
  private void dropped(Target target) throws SQLException {
    Set<String> telling = target.number == 0 ? CHILDREN : WORTH_TELLING;
    Deque<Target> waiting = new ArrayDeque<>(List.of(target));
    Set<Long> seen = new HashSet<>(Set.of(target.oid));
    while (!waiting.isEmpty() && found.size() < MOST) {
      for (Row row : direct(waiting.remove())) {
        if (!row.along || telling.contains(row.what.kind())) {
          add(row.what);
        }
        boolean further = row.what.kind().endsWith("view") || row.what.kind().equals("table");
        if (further && seen.add(row.relation)) {
          waiting.add(new Target(row.relation, 0));
        }
      }
    }
  }

  private Collection<Row> direct(Target target) throws SQLException {
    return Rows.list(
            connection,
            DEPENDANTS,
            PostgresqlDependants::row,
            target.oid,
            target.number,
            target.number,
            target.oid,
            target.number)
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Row> row(ResultSet row) throws SQLException {
    Optional<String> kind = Rows.optional(row, "kind");
    Optional<String> name = Rows.optional(row, "name");
    if (kind.isEmpty() || name.isEmpty()) { // row types and the like
      return Optional.empty();
    }
    boolean along = row.getBoolean("along");
    Fate fate = along ? Fate.GOES_ALONG : Fate.REFUSES;
    String schema = Rows.optional(row, "schema").orElse("");
    Optional<String> on = Rows.optional(row, "on_name").filter(o -> !o.equals(name.get()));
    Dependant what =
        new Dependant(
            kind.get(),
            ObjectName.of(schema, name.get()),
            on.map(o -> ObjectName.of(schema, o)),
            fate);
    return Optional.of(new Row(along, row.getLong("relation"), what));
  }

  private List<Dependant> bodies(Target target, Dependants probe) throws SQLException {
    String table = word(probe.object().name());
    return Rows.list(
        connection,
        BODIES,
        r ->
            Dependant.of(
                r.getString(3).equals("p") ? "procedure" : "function",
                ObjectName.of(r.getString(1), r.getString(2)),
                Fate.MAY_BREAK),
        table,
        probe.column().isPresent(),
        target.oid,
        probe.column().map(PostgresqlDependants::word).orElse(table));
  }

  /** The name as a whole word, as a pattern of the server. */
  private static String word(String name) {
    return PLAIN.matcher(name).matches()
        ? "\\m" + name + "\\M"
        : name.replaceAll("([^\\w\\s])", "\\\\$1");
  }

  private void add(Dependant dependant) {
    found.putIfAbsent(dependant.toString(), dependant);
  }
}
