package dev.sluice.target;

/**
 * The queries behind a catalog of PostgreSQL. None waits for a table that somebody holds. System
 * schemas, temporary tables and our own schema are left out; members of extensions are named only.
 */
final class PostgresqlQueries {
  private static final String OURS =
      """
      r as (
        select c.oid, n.nspname, c.relname, c.relkind, c.reltuples, c.relpages
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'f', 'v', 'm')
          and n.nspname !~ '^(pg_|sluice_backup)' and n.nspname not in ('information_schema', 'sluice'))
      """;

  /**
   * {@code reltuples} is -1 for what was never analysed; before PostgreSQL 14 it is 0 of 0 pages.
   * Such a table's file is measured, which waits for an exclusive lock: one that is held or waited
   * for leaves the size unknown.
   */
  static final String RELATIONS =
      "with "
          + OURS
          + """
          , held as materialized (
            select relation from pg_locks
            where mode = 'AccessExclusiveLock' and relation is not null)
          select r.oid::bigint as oid, r.nspname as schema, r.relname as name,
            r.relkind::text as kind,
            exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass
              and d.objid = r.oid and d.deptype = 'e') as of_extension,
            case when r.reltuples = 0 and r.relpages = 0 then -1
              else r.reltuples::bigint end as rows,
            case
              when r.reltuples > -1 and r.relpages > 0
                then r.relpages::bigint * current_setting('block_size')::bigint
              when r.relkind in ('r', 'm') and r.oid not in (select relation from held)
                then coalesce(pg_relation_size(r.oid), -1)
              else -1 end as bytes,
            coalesce((select i.inhparent::bigint from pg_inherits i where i.inhrelid = r.oid
              order by i.inhseqno limit 1), 0) as parent
          from r order by r.nspname collate "C", r.relname collate "C"
          """;

  static final String COLUMNS =
      "with "
          + OURS
          + """
          select a.attrelid::bigint as owner, a.attname as name,
            format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as not_null,
            pg_get_expr(d.adbin, d.adrelid) as expression,
            a.attgenerated::text as generated,
            a.attidentity <> '' or exists (
              select 1 from pg_depend o join pg_class q on q.oid = o.objid and q.relkind = 'S'
              where o.classid = 'pg_class'::regclass and o.refclassid = 'pg_class'::regclass
                and o.refobjid = a.attrelid and o.refobjsubid = a.attnum and o.deptype = 'a'
                and pg_get_expr(d.adbin, d.adrelid) like 'nextval(%') as identity
          from r join pg_attribute a on a.attrelid = r.oid
            left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
          where a.attnum > 0 and not a.attisdropped and r.relkind not in ('v')
          order by a.attrelid, a.attnum
          """;

  /**
   * Without NOT NULL, which PostgreSQL 18 lists too, unless somebody gave it a name. A foreign key
   * to a partitioned table has a shadow per partition, which is left out.
   */
  static final String CONSTRAINTS =
      "with "
          + OURS
          + """
          select c.conrelid::bigint as owner, c.conname as name, c.contype::text as type,
            array(select a.attname::text from unnest(c.conkey) with ordinality k(n, at)
              join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n
              order by k.at) as columns,
            f.relname as target, fn.nspname as target_schema,
            array(select a.attname::text from unnest(c.confkey) with ordinality k(n, at)
              join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.n
              order by k.at) as target_columns,
            pg_get_expr(c.conbin, c.conrelid) as expression, c.convalidated as validated
          from r join pg_constraint c on c.conrelid = r.oid
            left join pg_class f on f.oid = c.confrelid
            left join pg_namespace fn on fn.oid = f.relnamespace
          where c.contype in ('p', 'u', 'f', 'c', 'x')
              and not exists (select 1 from pg_constraint p
                where p.oid = c.conparentid and p.conrelid = c.conrelid)
            or c.contype = 'n' and c.conname not like '%\\_not\\_null%'
          order by c.conrelid, c.conname collate "C"
          """;

  static final String INDEXES =
      "with "
          + OURS
          + """
          select i.indrelid::bigint as owner, x.relname as name,
            array(select coalesce(a.attname::text, pg_get_indexdef(i.indexrelid, k, false))
              from generate_series(1, i.indnkeyatts::int) k
                left join pg_attribute a
                  on a.attrelid = i.indrelid and a.attnum = i.indkey[k - 1] and a.attnum <> 0
              order by k) as columns,
            i.indisunique as is_unique, i.indisprimary as is_primary, i.indisvalid as is_valid,
            pg_get_expr(i.indpred, i.indrelid) as condition
          from r join pg_index i on i.indrelid = r.oid join pg_class x on x.oid = i.indexrelid
          order by i.indrelid, x.relname collate "C"
          """;

  private PostgresqlQueries() {}
}
