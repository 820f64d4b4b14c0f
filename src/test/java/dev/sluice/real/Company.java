package dev.sluice.real;

import dev.sluice.demo.act.FileAction;
import dev.sluice.e2e.Configuration;
import dev.sluice.e2e.Scene;
import dev.sluice.e2e.World;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.review.Blindspot;
import dev.sluice.review.Finding;
import dev.sluice.review.TargetReview;
import dev.sluice.store.record.Deployments;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.Reviews;
import dev.sluice.store.record.RolloutState;
import dev.sluice.store.record.Rollouts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Merge requests with the migrations: opened, reviewed, approved, merged and deployed. */
final class Company implements AutoCloseable {
  private final World world;
  private final Figures figures;

  Company(Path folder, RealTarget target, Figures figures) {
    this.figures = figures;
    String database = Configuration.target("test", target.url(), target.user(), target.password());
    this.world =
        new World(
            folder,
            Configuration.standard()
                .with("environments", "[ { name: test, deploy: on_merge } ]")
                .with(
                    "approval_policies",
                    "by_risk: { rules: [ { require: [ { from: \"group:dba\" } ] } ] }")
                .database(target.dialect().id(), database));
    world.pass(Duration.ZERO); // the branch is followed from here on
    world.settle();
  }

  void deploy(List<SourceFile> files, int perMergeRequest) {
    long begun = System.nanoTime();
    for (int from = 0; from < files.size(); from += perMergeRequest) {
      int to = Math.min(from + perMergeRequest, files.size());
      if (!deployed(files.subList(from, to))) {
        break;
      }
    }
    figures.add("6 merge requests", "seconds", (System.nanoTime() - begun) / 1_000_000_000);
  }

  private boolean deployed(List<SourceFile> files) {
    FileAction[] pushed =
        files.stream()
            .map(f -> FileAction.put("orders/" + f.name(), f.text()))
            .toArray(FileAction[]::new);
    String first = files.get(0).name();
    Scene scene = world.open("orders/" + first, "From " + first, pushed).settle();
    figures.add("6 merge requests", "opened", 1);
    figures.add("6 merge requests", "review " + scene.status("sluice/review"), 1);
    MergeRequestId id = new MergeRequestId(scene.mr.project.id, scene.mr.iid);
    count(world.store().read(tx -> Reviews.latest(tx, id)).orElseThrow().targets());
    scene.approve("dana").approve("olga").merge();
    return ended(scene, id);
  }

  private void count(List<TargetReview> reviews) {
    for (TargetReview review : reviews) {
      figures.add("6 merge requests", "statements reviewed", review.plans().size());
      for (Finding finding : review.findings()) {
        String where = finding.path() + ":" + finding.place().start() + " " + finding.message();
        String key = finding.severity().id() + " " + finding.rule().value();
        figures.add("7 findings in merge requests", key, where);
      }
      for (Blindspot blindspot : review.blindspots()) {
        String where = blindspot.path() + ":" + blindspot.place().start();
        figures.add("8 not fully reviewed in merge requests", blindspot.reason(), where);
      }
      if (!review.catalogNote().isEmpty()) {
        figures.add("6 merge requests", "catalog: " + review.catalogNote(), 1);
      }
    }
  }

  private boolean ended(Scene scene, MergeRequestId id) {
    List<RecordedRollout> rollouts =
        world.store().read(tx -> Rollouts.of(tx, Deployments.of(tx, id).get(0).id()));
    RecordedRollout rollout = rollouts.get(0);
    figures.add("6 merge requests", "deployment " + rollout.state(), 1);
    if (rollout.state() != RolloutState.DONE) {
      System.out.println(scene.path + " " + rollout.reason() + "\n" + scene.said());
    }
    return rollout.state() == RolloutState.DONE;
  }

  @Override
  public void close() {
    world.close();
  }
}
