package dev.sluice.deploy.executor;

import static dev.sluice.deploy.executor.Rollouts.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.change.Script;
import dev.sluice.deploy.RolloutResult;
import dev.sluice.deploy.RolloutResult.Succeeded;
import dev.sluice.deploy.StepState;
import dev.sluice.sql.Dialect;
import java.util.List;

/**
 * What a process that is killed was about to do. Each of the numbers from 1 to 10 goes into the log
 * once, whatever happens; statements that make or drop something fail when they run twice.
 *
 * @param fill what is there before
 * @param state a query that shows the rest of the effects, and what it must answer
 */
record CrashCase(List<String> fill, List<Script> scripts, String state, String expected) {
  private static final Script FIRST =
      script("V1__log.sql", "create table log(step int); insert into log values (1);");
  private static final Script LAST = script("V3__last.sql", "insert into log values (10);");

  static CrashCase of(Dialect dialect) {
    return switch (dialect) {
      case POSTGRESQL -> POSTGRESQL;
      case MYSQL, MARIADB -> MYSQL;
      case SQLITE -> SQLITE;
    };
  }

  /** Whether each statement ran once, after whatever happened. */
  void check(Rig rig, RolloutResult result) {
    assertThat(result).isInstanceOf(Succeeded.class);
    assertThat(result.report().steps())
        .allMatch(s -> s.committed() || s.state() == StepState.SKIPPED);
    assertThat(rig.all("select step from log order by step * 1"))
        .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
    assertThat(rig.ask(state)).isEqualTo(expected);
  }

  private static final CrashCase POSTGRESQL =
      new CrashCase(
          List.of(
              "create table big as select (random() * 1000000)::int as a"
                  + " from generate_series(1, 100000)",
              "create index big_old on big((a + 1))",
              "create table walk as select a as id, 0 as n from generate_series(1, 400) a",
              "alter table walk add primary key (id)",
              "create type mood as enum ('ok')",
              "create table moods(m mood)"),
          List.of(
              FIRST,
              script(
                  "V2__mixed.sql",
                  """
                  insert into log values (2);
                  select pg_sleep(0.02);
                  insert into log values (3);
                  create index concurrently big_a on big(a);
                  insert into log values (4);
                  reindex index concurrently big_a;
                  insert into log values (5);
                  alter type mood add value 'fine';
                  insert into moods values ('fine');
                  do $$ begin insert into log values (6); commit; end $$;
                  insert into log values (7);
                  drop index concurrently big_old;
                  vacuum big;
                  insert into log values (8);
                  -- sluice: batch size=10
                  update walk set n = n + 1;
                  alter table big add c int;
                  insert into log values (9);
                  """),
              LAST),
          "select string_agg(indexrelid::regclass || ' ' || indisvalid, ',')"
              + " || (select string_agg(m::text, ',') from moods)"
              + " || (select ' ' || min(n) || max(n) || count(*) from walk)"
              + " from pg_index where indrelid = 'big'::regclass",
          "big_a truefine 11400");

  private static final CrashCase MYSQL =
      new CrashCase(
          List.of(
              "create table digit(d int)",
              "insert into digit values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)",
              "create table big as select a.d * 1000 + b.d * 100 + c.d * 10 + d.d as a"
                  + " from digit a, digit b, digit c, digit d",
              "create table walk(id int primary key, n int not null)",
              "insert into walk select a, 0 from big where a < 400",
              "create table waste as select * from digit",
              "create procedure note(step int) insert into log values (step)"),
          List.of(
              FIRST,
              script(
                  "V2__mixed.sql",
                  """
                  insert into log values (2);
                  insert into log values (3);
                  alter table big add b int, algorithm = copy;
                  insert into log values (4);
                  create index big_a on big(a);
                  insert into log values (5);
                  call note(6);
                  insert into log values (7);
                  truncate table waste;
                  insert into waste values (1);
                  insert into log values (8);
                  -- sluice: batch size=10
                  update walk set n = n + 1;
                  rename table big to large;
                  create table copied as select * from large;
                  insert into log values (9);
                  drop table digit;
                  """),
              LAST),
          "select concat((select group_concat(d) from waste), ' ', count(a), ' ', count(b),"
              + " (select concat(' ', min(n), max(n), count(*)) from walk)) from copied",
          "1 10000 0 11400");

  private static final CrashCase SQLITE =
      new CrashCase(
          List.of(
              "create table old(a)",
              "create table walk(id integer primary key, n int not null)",
              "insert into walk with recursive c(x) as (select 1 union all select x + 1 from c"
                  + " where x < 400) select x, 0 from c"),
          List.of(
              FIRST,
              script(
                  "V2__mixed.sql",
                  """
                  insert into log values (2);
                  create table big as
                    with recursive c(x) as (select 1 union all select x + 1 from c where x < 50000)
                    select x from c;
                  insert into log values (3);
                  pragma foreign_keys = off;
                  insert into log values (4);
                  create index big_x on big(x);
                  insert into log values (5), (6), (7);
                  vacuum;
                  insert into log values (8);
                  -- sluice: batch size=10
                  update walk set n = n + 1;
                  drop table old;
                  pragma foreign_keys = on;
                  insert into log values (9);
                  """),
              LAST),
          "select count(*) || (select ' ' || min(n) || max(n) || count(*) from walk) from big",
          "50000 11400");
}
