package dev.sluice.target;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The progress views that a server has (manual, "Progress Reporting"); there is none for ALTER
 * TABLE, UPDATE and DELETE.
 */
final class PostgresqlStages {
  private static final String CREATE_INDEX =
      """
      select
        'building index: ' || phase as what,
        case when lockers_total > 0 then lockers_done when blocks_total > 0 then blocks_done
          else tuples_done end as done,
        case when lockers_total > 0 then lockers_total when blocks_total > 0 then blocks_total
          else tuples_total end as total,
        case when lockers_total > 0 then 'older transactions' when blocks_total > 0 then 'blocks'
          else 'rows' end as unit
      from pg_stat_progress_create_index where pid = %1$d
      """;

  private static final String CLUSTER =
      """
      select lower(command) || ': ' || phase, heap_blks_scanned, heap_blks_total, 'blocks'
      from pg_stat_progress_cluster where pid = %1$d
      """;

  private static final String VACUUM =
      """
      select 'vacuum: ' || phase, heap_blks_scanned, heap_blks_total, 'blocks'
      from pg_stat_progress_vacuum where pid = %1$d
      """;

  private static final String ANALYZE =
      """
      select 'analyze: ' || phase, sample_blks_scanned, sample_blks_total, 'blocks'
      from pg_stat_progress_analyze where pid = %1$d
      """;

  private static final String COPY =
      """
      select 'copying', tuples_processed, 0, 'rows' from pg_stat_progress_copy where pid = %1$d
      """;

  private PostgresqlStages() {}

  static Optional<String> of(Connection other, int running) throws SQLException {
    List<Stage> stages = Rows.plainList(other, query(other).formatted(running), Stage::of);
    return stages.stream().findFirst().flatMap(Stage::words);
  }

  private static String query(Connection other) throws SQLException {
    int version = other.getMetaData().getDatabaseMajorVersion();
    String views = CREATE_INDEX + " union all " + CLUSTER + " union all " + VACUUM;
    views += version >= 13 ? " union all " + ANALYZE : "";
    return views + (version >= 14 ? " union all " + COPY : "");
  }
}
