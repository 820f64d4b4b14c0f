package dev.sluice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.store.record.Deployments;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.RolloutState;
import dev.sluice.store.record.Rollouts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a merged change goes where: soak, windows, plans, holds, freezes. */
class PipelineTest {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);

  @TempDir Path folder;

  @Test
  void afterTheSoakAndWhenTheWindowOpensItStartsByItselfThroughARestart() {
    try (World world = world("{ name: prod, deploy: after, soak: 2h, windows: %s }")) {
      Scene scene = merged(world, "create table a (id integer primary key);");
      assertThat(state(scene, "test")).isEqualTo(RolloutState.DONE);
      assertThat(state(scene, "prod")).isEqualTo(RolloutState.WAITING);
      assertThat(scene.summary())
          .contains("soaks on test until")
          .contains("its window mon..sun")
          .contains("; starts")
          .contains("/db schedule", "/db hold");
      assertThat(scene.lastReply()).contains("Next, shop@prod: soaks on test until");

      world.pass(Duration.ofHours(3));
      scene.settle();
      assertThat(state(scene, "prod")).isEqualTo(RolloutState.WAITING);
      assertThat(scene.summary()).contains("its window").doesNotContain("soaks");

      world.stop();
      world.clock.move(Duration.ofMinutes(130));
      world.start();
      scene.settle();
      assertThat(state(scene, "prod")).isEqualTo(RolloutState.DONE);
      assertThat(scene.summary()).as("nothing is left to hold").doesNotContain("/db hold");
    }
  }

  @Test
  void aPlanIsListedTakenBackAndMadeAnewAndApprovalsCountWhenItsTimeComes() {
    try (World world = world("{ name: prod, deploy: manual }")) {
      Scene scene = merged(world, "create table a (id integer primary key);");
      scene.comment("olga", "/db deploy prod --at tomorrow");
      assertThat(scene.lastReply()).contains("tomorrow is no time");
      scene.comment("olga", "/db deploy prod --at +2h");
      assertThat(scene.lastReply()).contains("planned for").contains("in 2 h 0 min");
      scene.comment("dev", "/db schedule");
      assertThat(scene.lastReply()).contains("shop@prod").contains("planned for");
      scene.comment("olga", "/db schedule prod --cancel");
      assertThat(scene.lastReply()).contains("Taken back: shop@prod.");
      world.pass(Duration.ofHours(3));
      scene.settle();
      assertThat(state(scene, "prod")).isEqualTo(RolloutState.WAITING);

      scene.comment("olga", "/db schedule prod --at +1h");
      world.configure(
          world
              .configuration()
              .with("approval_policies", "by_risk: { rules: { require: { from: \"@olga\" } } }\n"));
      world.pass(Duration.ofHours(2));
      scene.settle();
      assertThat(state(scene, "prod")).isEqualTo(RolloutState.WAITING);
      assertThat(scene.summary()).contains("not approved: needs");
      scene.comment("olga", "/db approve");
      assertThat(state(scene, "prod")).isEqualTo(RolloutState.DONE);
    }
  }

  @Test
  void whatIsHeldDoesNotStartUntilItIsLetGo() {
    try (World world = world("{ name: prod, deploy: on_merge, windows: %s }")) {
      Scene scene = merged(world, "create table a (id integer primary key);");
      scene.comment("olga", "/db hold prod");
      assertThat(scene.lastReply()).contains("Say why");
      scene.comment("olga", "/db hold prod --reason \"after the fair\"");
      assertThat(scene.lastReply()).contains("Held: shop@prod.");
      world.pass(Duration.ofHours(6));
      scene.settle();
      assertThat(state(scene, "prod")).isEqualTo(RolloutState.WAITING);
      assertThat(scene.summary()).contains("held by olga: after the fair");
      scene.comment("olga", "/db deploy prod");
      assertThat(scene.lastReply()).contains("is held by olga").contains("/db unhold prod");
      scene.comment("olga", "/db unhold prod");
      assertThat(state(scene, "prod")).isEqualTo(RolloutState.DONE);
    }
  }

  @Test
  void aFreezeKeepsEverybodyOutButThoseWhomTheEnvironmentNames() {
    try (World world = world("{ name: prod, deploy: manual, override: [ \"group:dba\" ] }")) {
      Scene one = merged(world, "create table a (id integer primary key);");
      one.comment("dev", "/db freeze prod --reason mine");
      assertThat(one.lastReply()).contains("to freeze prod is for").contains("group:dba");
      one.comment("dana", "/db freeze prod --reason \"incident 42\"");
      assertThat(one.lastReply()).contains("prod is frozen.");
      one.comment("olga", "/db deploy prod --now --reason \"shop is down\"");
      assertThat(one.lastReply()).contains("outside of its windows is for group:dba");
      one.comment("olga", "/db deploy prod");
      assertThat(one.lastReply()).contains("prod is frozen by dana until /db unfreeze prod");
      assertThat(state(one, "prod")).isEqualTo(RolloutState.WAITING);
      one.comment("dana", "/db deploy prod --now --reason \"shop is down\"");
      assertThat(state(one, "prod")).isEqualTo(RolloutState.DONE);
      assertThat(one.said()).anyMatch(n -> n.contains("by order of dana: shop is down"));

      Scene two = merged(world, "create table b (id integer primary key);");
      two.comment("olga", "/db deploy prod");
      assertThat(two.summary()).contains("incident 42");
      two.comment("olga", "/db unfreeze prod"); // the owner of every project on it
      assertThat(state(two, "prod")).isEqualTo(RolloutState.DONE);
    }
  }

  @Test
  void whereOutsideIsRejectedAPersonPlansItForTheNextWindow() {
    String mine = "pipeline: { prod: { windows: %s, outside: reject } }";
    Configuration configuration =
        Configuration.standard().with("projects", Configuration.project(windows(mine)));
    try (World world = new World(folder, configuration)) {
      Scene scene = merged(world, "create table a (id integer primary key);");
      scene.comment("olga", "/db deploy prod");
      assertThat(scene.lastReply())
          .contains("shop@prod is outside of its windows")
          .contains("--at next-window");
      scene.comment("olga", "/db deploy prod --at +1h");
      assertThat(scene.lastReply()).contains("is closed").contains("it opens");
      scene.comment("olga", "/db deploy prod --at next-window");
      assertThat(scene.lastReply()).contains("starts by itself: planned for");
      world.pass(Duration.ofHours(6));
      scene.settle();
      assertThat(state(scene, "prod")).isEqualTo(RolloutState.DONE);
    }
  }

  /**
   * @param prod in YAML, with {@code %s} for windows that open in five hours for two
   */
  private World world(String prod) {
    return new World(
        folder,
        Configuration.standard()
            .with("environments", "- { name: test, deploy: on_merge }\n- " + windows(prod) + "\n"));
  }

  private static String windows(String text) {
    Instant opens = Instant.now().plus(Duration.ofHours(5));
    return text.formatted(
        "[ { from: \"%s\", to: \"%s\", zone: UTC } ]"
            .formatted(CLOCK.format(opens), CLOCK.format(opens.plus(Duration.ofHours(2)))));
  }

  private static Scene merged(World world, String sql) {
    return world.open(sql).settle().approve("dana").merge();
  }

  private static RolloutState state(Scene scene, String environment) {
    MergeRequestId id = new MergeRequestId(scene.mr.project.id, scene.mr.iid);
    return scene
        .world
        .store()
        .read(
            tx ->
                Deployments.of(tx, id).stream()
                    .flatMap(d -> Rollouts.of(tx, d.id()).stream())
                    .filter(r -> r.target().environment().equals(environment))
                    .map(RecordedRollout::state)
                    .findFirst()
                    .orElseThrow());
  }
}
