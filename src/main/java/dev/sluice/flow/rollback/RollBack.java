package dev.sluice.flow.rollback;

import dev.sluice.change.Approver;
import dev.sluice.change.Change;
import dev.sluice.change.MappedScript;
import dev.sluice.change.Project;
import dev.sluice.change.Script;
import dev.sluice.flow.Landscape;
import dev.sluice.flow.Speaking;
import dev.sluice.flow.Steered;
import dev.sluice.flow.approve.Approving;
import dev.sluice.flow.deploy.Advance;
import dev.sluice.flow.deploy.Order;
import dev.sluice.flow.deploy.OrderedRollouts;
import dev.sluice.flow.undo.AuthorsUndo;
import dev.sluice.flow.undo.Ran;
import dev.sluice.flow.undo.TargetsNow;
import dev.sluice.flow.undo.WayBack;
import dev.sluice.flow.undo.WaysBack;
import dev.sluice.language.Language;
import dev.sluice.language.Message;
import dev.sluice.mergerequest.CodeHost;
import dev.sluice.mergerequest.MergeRequest;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.mergerequest.NewCommit;
import dev.sluice.mergerequest.Writing.Proposal;
import dev.sluice.store.Fence;
import dev.sluice.store.Ledger;
import dev.sluice.store.LedgerEntry;
import dev.sluice.store.LedgerEntry.Subject;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.WriteTx;
import dev.sluice.store.record.DeployedScripts;
import dev.sluice.store.record.Deployments;
import dev.sluice.store.record.RecordedDeployment;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.Rollbacks;
import dev.sluice.store.record.RolloutOrders;
import dev.sluice.store.record.RolloutState;
import dev.sluice.store.record.Rollouts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Takes a deployment back: as a merge request of its own, which goes the way of every change, or at
 * once where the configuration lets this person.
 */
public final class RollBack {
  private final StoreDatabase store;
  private final CodeHost host;
  private final Supplier<Landscape> landscape;
  private final OrderedRollouts rollouts;
  private final UndoParts parts;
  private final Advance advance;

  public RollBack(
      StoreDatabase store,
      CodeHost host,
      Supplier<Landscape> landscape,
      OrderedRollouts rollouts,
      UndoParts parts,
      Advance advance) {
    this.store = store;
    this.host = host;
    this.landscape = landscape;
    this.rollouts = rollouts;
    this.parts = parts;
    this.advance = advance;
  }

  /** What it is made of besides. */
  public record UndoParts(
      WaysBack ways, TargetsNow targets, Approving approving, Speaking speaking) {}

  /** A script of ours, whose scripts it takes back, and where that ran. */
  private record Made(Ran ran, WayBack way, Script of, String project, Script script) {}

  /** What came of trying to make the scripts. */
  private record Making(List<Made> scripts, List<Ran> ran, Optional<Message> refused) {
    static Making refused(Message why) {
      return new Making(List.of(), List.of(), Optional.of(why));
    }
  }

  /** Opens a merge request with the scripts that take back what ran. */
  public Steered propose(Fence fence, MergeRequest mr, Order order) {
    Making making = make(mr, order);
    if (making.refused().isPresent()) {
      return Steered.refused(making.refused().get());
    }
    Ran first = making.ran().get(0);
    Language language = parts.speaking().of(first.change());
    MergeRequestId opened =
        host.writing()
            .propose(
                mr.id().repository(),
                commit(mr, first, making, language),
                proposal(mr, first, order, making, language));
    store.update(
        fence,
        tx -> {
          making.scripts().forEach(m -> Rollbacks.save(tx, takesBack(opened, m, order)));
          ledger(tx, order, first, "rollback.proposed", "!" + opened.iid() + " " + order.reason());
          advance.tend(tx, opened);
        });
    return Steered.done(
        Message.of(
            "Opened %s, which takes back what ran on %s. It is reviewed, approved and deployed like"
                + " any other change.",
            "!" + opened.iid(), names(making.ran())));
  }

  /** Runs the scripts now, on the targets where it ran, for whom the configuration trusts so. */
  public Steered now(Fence fence, MergeRequest mr, Order order) {
    Making making = make(mr, order);
    if (making.refused().isPresent()) {
      return Steered.refused(making.refused().get());
    }
    Ran first = making.ran().get(0);
    Optional<Message> denied = denied(order, first.change());
    if (denied.isPresent()) {
      return Steered.refused(denied.get());
    }
    Optional<String> sha = otherCommit(mr, first);
    if (sha.isEmpty()) {
      return Steered.refused(Message.of("GitLab does not tell the commits of this branch."));
    }
    Change change =
        new Change(
            mr.id(),
            making.scripts().stream()
                .map(
                    m ->
                        new MappedScript(
                            m.script(),
                            m.project(),
                            List.of(m.ran().rollout().target().database())))
                .toList(),
            List.of());
    store.update(fence, tx -> start(tx, order, making, change, sha.get()));
    return Steered.done(
        Message.of("Taking it back now, without a review: %s.", names(making.ran())));
  }

  private void start(WriteTx tx, Order order, Making making, Change change, String sha) {
    RecordedDeployment deployment =
        Deployments.create(
            tx,
            change,
            making.ran().get(0).deployment().branch(),
            sha,
            making.ran().stream().map(r -> r.rollout().target()).toList());
    Rollbacks.direct(tx, deployment.id(), order.by().username(), order.reason());
    making.scripts().forEach(m -> Rollbacks.save(tx, takesBack(change.id(), m, order)));
    ledger(tx, order, making.ran().get(0), "rollback.direct", order.reason());
    Rollbacks.giveWay(tx, deployment);
    for (RecordedRollout rollout : Rollouts.of(tx, deployment.id())) {
      Rollouts.allow(tx, rollout.id(), order.by().username());
      advance.wake(tx, rollout);
    }
    advance.tend(tx, change.id());
  }

  /** A deployment is known by its commit, and that of the merge has one already. */
  private Optional<String> otherCommit(MergeRequest mr, Ran first) {
    List<String> known =
        store.read(tx -> Deployments.of(tx, mr.id())).stream()
            .map(RecordedDeployment::sha)
            .toList();
    return java.util.stream.Stream.concat(
            host.repositories().head(mr.id().repository(), first.deployment().branch()).stream(),
            java.util.stream.Stream.of(mr.headSha(), first.deployment().sha().substring(0, 12)))
        .filter(sha -> !sha.isEmpty() && !known.contains(sha))
        .findFirst();
  }

  private Optional<Message> denied(Order order, Change change) {
    for (String name : change.projects()) {
      Optional<Project> project = landscape.get().project(name);
      List<Approver> may =
          project.flatMap(Project::rollback).map(r -> r.direct()).orElse(List.of());
      boolean among =
          project.isPresent()
              && parts
                  .approving()
                  .isAmong(order.by().id(), order.id().repository(), project.get(), may);
      if (!among) {
        return Optional.of(
            may.isEmpty()
                ? Message.of(
                    "Nobody may roll %s back directly; without --now a merge request is opened.",
                    name)
                : Message.of(
                    "%s is rolled back directly by %s only; without --now a merge request is"
                        + " opened.",
                    name, may.stream().map(Object::toString).toList()));
      }
    }
    return Optional.empty();
  }

  private Making make(MergeRequest mr, Order order) {
    List<RecordedRollout> found =
        rollouts.find(order, r -> r.state() != RolloutState.RUNNING).stream().toList();
    List<Ran> ran =
        store.read(
            tx ->
                found.stream()
                    .map(r -> Ran.of(tx, r))
                    .filter(r -> !r.committed().isEmpty())
                    .filter(r -> Rollbacks.direct(tx, r.deployment().id()).isEmpty())
                    .toList());
    if (ran.isEmpty()) {
      return Making.refused(
          rollouts.nothing(order, Message.of("has anything that could be taken back")).words());
    }
    long last = ran.stream().mapToLong(r -> r.deployment().id()).max().orElseThrow();
    List<Ran> latest = ran.stream().filter(r -> r.deployment().id() == last).toList();
    for (Ran one : latest) {
      Optional<Message> refused = refusal(one);
      if (refused.isPresent()) {
        return Making.refused(refused.get());
      }
    }
    return scripts(mr, latest);
  }

  private Optional<Message> refusal(Ran ran) {
    if (ran.rollout().state() == RolloutState.UNKNOWN) {
      return Optional.of(
          Message.of(
              "Whether a statement ran on %s nobody knows: say so first, with retry statement or"
                  + " skip statement.",
              ran.rollout().target()));
    }
    return parts.targets().movedOn(ran);
  }

  private Making scripts(MergeRequest mr, List<Ran> ran) {
    Map<String, List<Ran>> byDatabase =
        ran.stream()
            .collect(
                Collectors.groupingBy(
                    r -> r.rollout().target().database(), LinkedHashMap::new, Collectors.toList()));
    List<Made> made = new ArrayList<>();
    List<String> taken = new ArrayList<>(taken(mr, ran));
    for (List<Ran> ofDatabase : byDatabase.values()) {
      Ran shown = ofDatabase.get(0);
      List<WayBack> ways = ways(mr, shown);
      for (Ran other : ofDatabase) {
        if (!ways(mr, other).equals(ways)) {
          return Making.refused(
              Message.of(
                  "What takes it back on %s is not what does on %s. Name one of them: an"
                      + " environment or a target.",
                  other.rollout().target(), shown.rollout().target()));
        }
      }
      Optional<Message> impossible =
          ways.stream()
              .filter(w -> !w.impossible().isEmpty())
              .map(
                  w ->
                      Message.of(
                          "%s cannot be taken back: %s. Write an undo script, or fix forward.",
                          w.path(), w.impossible()))
              .findFirst();
      if (impossible.isPresent()) {
        return Making.refused(impossible.get());
      }
      made.addAll(files(shown, ways, taken));
    }
    return new Making(made, ran, Optional.empty());
  }

  /** Statements that leave nothing behind are no script. */
  private List<Made> files(Ran ran, List<WayBack> ways, List<String> taken) {
    List<Made> made = new ArrayList<>();
    Language language = parts.speaking().of(ran.change());
    for (WayBack way : ways) {
      MappedScript of =
          ran.change().scripts().stream()
              .filter(s -> s.script().path().equals(way.path()))
              .findFirst()
              .orElseThrow();
      String version = of.script().name().version();
      String path = UndoFile.path(way.path(), version.isEmpty() ? "repeatable" : version, taken);
      taken.add(path);
      String text = UndoFile.text(way, of.script(), ran.deployment().mergeRequest(), language);
      made.add(new Made(ran, way, of.script(), of.project(), UndoFile.script(path, text)));
    }
    return made;
  }

  private List<WayBack> ways(MergeRequest mr, Ran ran) {
    List<Script> scripts = RolloutOrders.scripts(ran.change(), ran.rollout().target().database());
    AuthorsUndo authors = new AuthorsUndo(host.repositories());
    List<WayBack> ways =
        parts
            .ways()
            .of(
                landscape.get().dialectOf(ran.rollout().target()).orElseThrow(),
                ran.before().orElseThrow(),
                scripts,
                s -> ran.committed().contains(s.seq()),
                ran.backups());
    boolean whole = ran.rollout().state() == RolloutState.DONE;
    return ways.stream()
        .map(
            w ->
                scripts.stream()
                    .filter(s -> whole && s.path().equals(w.path()))
                    .flatMap(
                        s ->
                            authors.of(mr.id().repository(), ran.deployment().branch(), s).stream())
                    .findFirst()
                    .map(sql -> WayBack.byAuthor(w.path(), w.steps(), sql))
                    .orElse(w))
        .toList();
  }

  private List<String> taken(MergeRequest mr, List<Ran> ran) {
    String branch = ran.get(0).deployment().branch();
    List<String> databases = ran.stream().map(r -> r.rollout().target().database()).toList();
    List<String> taken =
        new ArrayList<>(host.repositories().files(mr.id().repository(), branch, ""));
    taken.addAll(
        store.read(tx -> DeployedScripts.of(tx, databases, mr.id())).stream()
            .map(d -> d.path())
            .toList());
    return taken;
  }

  private static NewCommit commit(MergeRequest mr, Ran first, Making making, Language language) {
    return new NewCommit(
        "sluice/rollback-of-"
            + mr.id().iid()
            + "-"
            + first.deployment().id()
            + "-"
            + making.ran().stream()
                .map(r -> r.rollout().target().database())
                .distinct()
                .collect(Collectors.joining("-"))
                .replaceAll("[^A-Za-z0-9-]", "-"),
        Optional.of(first.deployment().branch()),
        language.say("Take back %s", "!" + mr.id().iid()),
        making.scripts().stream()
            .map(m -> new NewCommit.File(m.script().path(), m.script().text(), false))
            .toList());
  }

  private static Proposal proposal(
      MergeRequest mr, Ran first, Order order, Making making, Language language) {
    List<String> lines = new ArrayList<>();
    lines.add(
        language.say(
            "Takes back what %s brought (digest %s), asked for by %s.",
            "!" + mr.id().iid(), first.deployment().digest().brief(), "@" + order.by().username()));
    if (!order.reason().isEmpty()) {
      lines.add("> " + dev.sluice.flow.note.Markdown.escape(order.reason()));
    }
    lines.add("");
    for (Made made : making.scripts()) {
      lines.add(
          "- `"
              + made.script().path()
              + "` ← `"
              + made.of().path()
              + "`"
              + (made.way().byAuthor()
                  ? " (" + language.text("the author's undo script") + ")"
                  : ""));
      made.way()
          .losses()
          .forEach(
              l -> lines.add("  - ⚠️ " + dev.sluice.flow.note.Markdown.escape(language.say(l))));
    }
    lines.add("");
    lines.add(
        language.say("Made from the schema before the deployment on %s.", names(making.ran())));
    return new Proposal(
        first.deployment().branch(),
        language.say("Take back %s", "!" + mr.id().iid() + ": " + mr.title()),
        String.join("\n", lines));
  }

  private static Rollbacks.TakesBack takesBack(MergeRequestId id, Made made, Order order) {
    return new Rollbacks.TakesBack(
        id,
        made.script().path(),
        made.ran().deployment().id(),
        made.ran().rollout().target().database(),
        made.way().path(),
        made.way().steps(),
        order.by());
  }

  private static String names(List<Ran> ran) {
    return ran.stream().map(r -> r.rollout().target().toString()).collect(Collectors.joining(", "));
  }

  private static void ledger(WriteTx tx, Order order, Ran ran, String action, String reason) {
    Ledger.append(
        tx,
        LedgerEntry.of(
                tx.now(),
                LedgerEntry.person(order.by().id(), order.by().username()),
                action,
                Subject.of(order.id()).on(ran.rollout().target()))
            .digest(ran.deployment().digest())
            .reason(reason));
  }
}
