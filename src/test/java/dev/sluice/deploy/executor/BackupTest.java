package dev.sluice.deploy.executor;

import static dev.sluice.deploy.executor.Rollouts.rollout;
import static dev.sluice.deploy.executor.Rollouts.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.change.BackupPolicy;
import dev.sluice.deploy.RolloutId;
import dev.sluice.deploy.RolloutResult;
import dev.sluice.deploy.RolloutResult.Failed;
import dev.sluice.deploy.RolloutResult.Succeeded;
import dev.sluice.deploy.backup.BackupState;
import dev.sluice.deploy.backup.RecordedBackup;
import dev.sluice.deploy.backup.Restore;
import dev.sluice.sql.Dialect;
import dev.sluice.target.EmbeddedDatabases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What statements take away is kept, and comes back as it was. */
@ParameterizedClass
@EnumSource(Dialect.class)
final class BackupTest {
  private static final BackupPolicy POLICY = BackupPolicy.DEFAULT;

  private final Dialect dialect;
  @TempDir private Path folder;
  private Rig rig;

  @SuppressWarnings("NullAway.Init")
  BackupTest(Dialect dialect) {
    this.dialect = dialect;
  }

  @BeforeEach
  void fill() {
    rig = new Rig(EmbeddedDatabases.of(dialect, folder), dialect);
    rig.backup = POLICY;
    switch (dialect) {
      case POSTGRESQL ->
          rig.database.execute(
              "create type mood as enum ('glad', 'sad')",
              """
              create table "Orders" (shop int, id bigint generated always as identity,
                "Total" numeric(10, 2), note text, doc json, img bytea, at timestamptz default now(),
                mood mood, moods mood[], twice numeric generated always as ("Total" * 2) stored,
                primary key (shop, id))
              """,
              """
              insert into "Orders" (shop, "Total", note, doc, img, mood, moods)
              select g % 3, g, case when g % 5 = 0 then null else 'it''s ' || g end,
                json_build_object('n', g), decode(md5(g::text), 'hex'),
                case when g % 2 = 0 then 'glad'::mood end, array['sad', 'glad']::mood[]
              from generate_series(1, 60) g
              """,
              "create table item (id int primary key, shop int, total numeric)",
              "insert into item select g, g % 2, g from generate_series(1, 10) g");
      case MYSQL, MARIADB ->
          rig.database.execute(
              """
              create table `Orders` (shop int, id bigint auto_increment, `Total` decimal(10, 2),
                note varchar(40), doc json, img blob,
                at timestamp(3) not null default current_timestamp(3)
                  on update current_timestamp(3),
                mood enum('glad', 'sad'), twice decimal(12, 2) as (`Total` * 2) stored,
                primary key (shop, id), key (id))
              """,
              """
              insert into `Orders` (shop, `Total`, note, doc, img, mood, at)
              with recursive g(g) as (select 1 union all select g + 1 from g where g < 60)
              select g % 3, g, if(g % 5 = 0, null, concat('it''s ', g)), json_object('n', g),
                unhex(md5(g)), if(g % 2 = 0, 'glad', null), '2026-01-02 03:04:05.678' from g
              """,
              "create table item (id int primary key, shop int, total decimal)",
              """
              insert into item
              with recursive g(g) as (select 1 union all select g + 1 from g where g < 10)
              select g, g % 2, g from g
              """);
      case SQLITE ->
          rig.database.execute(
              """
              create table "Orders" (shop int, id text, "Total" numeric, note text, doc text,
                img blob, at text, mood text, twice numeric generated always as ("Total" * 2),
                primary key (shop, id))
              """,
              """
              insert into "Orders" (shop, id, "Total", note, doc, img, mood, at)
              with recursive g(g) as (select 1 union all select g + 1 from g where g < 60)
              select g % 3, 'k' || g, g, case when g % 5 <> 0 then 'it''s ' || g end,
                '{"n":1}', x'00ff', case when g % 2 = 0 then 'glad' end, '2026-01-02' from g
              """,
              "create table item (id int primary key, shop int, total numeric)",
              """
              insert into item
              with recursive g(g) as (select 1 union all select g + 1 from g where g < 10)
              select g, g % 2, g from g
              """);
    }
  }

  @Test
  void dependentStatementsAndJoinsComeBackAsTheyWere() {
    String before = checksum();
    RolloutResult result =
        rig.run(
            rollout(
                script(
                    "V1__data.sql",
                    """
                    update %1$s set %2$s = 100 where %2$s <= 20;
                    update %1$s set note = 'dependent', mood = 'sad' where %2$s = 100;
                    %3$s;
                    delete from %1$s where shop = 2 and exists (select 1 from item where item.shop = 1);
                    update %1$s set note = 'nobody' where shop = 77;
                    """
                        .formatted(table(), total(), joined()))));
    assertThat(result).as(result.toString()).isInstanceOf(Succeeded.class);
    List<RecordedBackup> backups = rig.journal.backups(new RolloutId(1));
    assertThat(backups)
        .extracting(b -> b.seq() + " " + b.state() + " " + b.rows().orElse(-1) + " " + b.note())
        .containsExactly("1 KEPT 20 ", "2 KEPT 20 ", "3 KEPT 40 ", "4 KEPT 20 ", "5 EMPTY 0 ");
    assertThat(backups.get(0).bytes().orElse(0)).isPositive();
    assertThat(checksum()).isNotEqualTo(before);
    restore();
    assertThat(checksum()).isEqualTo(before);
  }

  @Test
  void whatCannotBeKeptIsSaidAndRunsAllTheSame() {
    rig.database.execute("create table bare (n int)", "insert into bare values (1), (2)");
    rig.backup = with(10, false, BackupPolicy.Otherwise.WARN);
    RolloutResult result =
        rig.run(
            rollout(
                script(
                    "V1__data.sql",
                    """
                    update bare set n = 3;
                    update %1$s set shop = 9 where shop = 1;
                    update %1$s set note = 'x' where %2$s < %3$s;
                    update %1$s set note = 'many';
                    """
                        .formatted(table(), total(), chance()))));
    assertThat(result).as(result.toString()).isInstanceOf(Succeeded.class);
    assertThat(rig.journal.backups(new RolloutId(1)))
        .allMatch(b -> b.state() == BackupState.NOT_POSSIBLE)
        .extracting(RecordedBackup::note)
        .satisfiesExactly(
            n -> assertThat(n).contains("no primary key"),
            n -> assertThat(n).contains("changes the primary key"),
            n -> assertThat(n).contains("asked again: rand"),
            n -> assertThat(n).contains("more than 10 rows"));
  }

  @Test
  void thePolicyMayStopADeploymentInstead() {
    rig.backup = with(10, false, BackupPolicy.Otherwise.REFUSE);
    String before = checksum();
    RolloutResult result =
        rig.run(rollout(script("V1__data.sql", "update %s set note = 'many';".formatted(table()))));
    assertThat(result).isInstanceOf(Failed.class);
    assertThat(((Failed) result).step().error().orElseThrow().message())
        .contains("when_not_possible: refuse")
        .contains("more than 10 rows");
    assertThat(checksum()).isEqualTo(before);
  }

  @Test
  void aFailureLaterLeavesNothingBehind() {
    String before = checksum();
    RolloutResult result =
        rig.run(
            rollout(
                script(
                    "V1__data.sql",
                    """
                    delete from %s where shop = 1;
                    insert into item values (1, 1, 1);
                    """
                        .formatted(table()))));
    assertThat(result).isInstanceOf(Failed.class);
    assertThat(checksum()).isEqualTo(before);
    assertThat(backupTables()).isEmpty();
  }

  @Test
  void wholeTablesAndColumnsComeBack() {
    String before = rig.ask("select sum(id * 100 + total) from item");
    RolloutResult result =
        rig.run(
            rollout(
                script(
                    "V1__data.sql",
                    (dialect == Dialect.SQLITE ? "delete from item" : "truncate table item")
                        + ";")));
    assertThat(result).as(result.toString()).isInstanceOf(Succeeded.class);
    restore();
    assertThat(rig.ask("select sum(id * 100 + total) from item")).isEqualTo(before);

    String column = rig.all("select total from item order by id").toString();
    RolloutResult second =
        rig.run(rollout(2, 2, script("V2__col.sql", "alter table item drop column total;")));
    assertThat(second).as(second.toString()).isInstanceOf(Succeeded.class);
    restore(2);
    assertThat(rig.all("select total from item order by id")).hasToString(column);

    rig.backup = with(5, true, BackupPolicy.Otherwise.REFUSE); // moved, whatever its size
    RolloutResult third = rig.run(rollout(3, 3, script("V3__drop.sql", "drop table item;")));
    assertThat(third).as(third.toString()).isInstanceOf(Succeeded.class);
    restore(3);
    assertThat(rig.all("select total from item order by id")).hasToString(column);
  }

  private String table() {
    return dialect == Dialect.MYSQL || dialect == Dialect.MARIADB ? "`Orders`" : "\"Orders\"";
  }

  private String total() {
    return table().charAt(0) + "Total" + table().charAt(0);
  }

  private String chance() {
    return dialect == Dialect.MYSQL || dialect == Dialect.MARIADB ? "rand()" : "random()";
  }

  private String joined() {
    return switch (dialect) {
      case POSTGRESQL ->
          "update \"Orders\" as o set note = 'join' from item i where i.shop = o.shop";
      case SQLITE -> "update \"Orders\" as o set note = 'join' from item i where i.shop = o.shop";
      case MYSQL, MARIADB ->
          "update `Orders` as o join item i on i.shop = o.shop set o.note = 'join'";
    };
  }

  private String checksum() {
    String all =
        switch (dialect) {
          case POSTGRESQL ->
              "select md5(string_agg(o::text, '|' order by shop, id)) from \"Orders\" o";
          case MYSQL, MARIADB ->
              "select md5(group_concat(concat_ws('~', shop, id, `Total`, coalesce(note, '∅'), doc,"
                  + " hex(img), at, coalesce(mood, '∅'), twice) order by shop, id)) from `Orders`";
          case SQLITE ->
              "select group_concat(shop || '~' || id || '~' || \"Total\" || coalesce(note, '∅') ||"
                  + " doc || hex(img) || typeof(img) || typeof(\"Total\") || at ||"
                  + " coalesce(mood, '∅') || twice, '|')"
                  + " from (select * from \"Orders\" order by shop, id)";
        };
    return rig.ask(all);
  }

  private void restore() {
    restore(1);
  }

  private void restore(long rollout) {
    List<RecordedBackup> backups =
        rig.journal.backups(new RolloutId(rollout)).stream()
            .filter(b -> b.rollout() == rollout)
            .toList();
    Restore.of(backups, dialect).statements().forEach(s -> rig.database.execute(s));
  }

  private List<String> backupTables() {
    return switch (dialect) {
      case POSTGRESQL ->
          rig.all(
              "select relname from pg_class where relnamespace::regnamespace::text like 'sluice_b%'");
      case MYSQL, MARIADB ->
          rig.all(
              "select table_name from information_schema.tables where table_schema ="
                  + " 'sluice_backup' and table_comment like concat('%', database(), '.Orders')");
      case SQLITE ->
          rig.all("select name from sqlite_master where name like '\\_sluice\\_b%' escape '\\'");
    };
  }

  private static BackupPolicy with(long rows, boolean softDrop, BackupPolicy.Otherwise otherwise) {
    return new BackupPolicy(
        true, rows, Optional.empty(), Duration.ofDays(30), "sluice_backup", softDrop, otherwise);
  }
}
