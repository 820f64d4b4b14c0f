package dev.sluice;

import dev.sluice.command.Authorise;
import dev.sluice.command.CommandParts;
import dev.sluice.command.Commands;
import dev.sluice.command.RunCommands;
import dev.sluice.command.VoteByCommand;
import dev.sluice.config.BotConfig;
import dev.sluice.config.ConfigWatch;
import dev.sluice.deploy.Pause;
import dev.sluice.deploy.executor.RolloutExecutor;
import dev.sluice.flow.DiffChange;
import dev.sluice.flow.Followed;
import dev.sluice.flow.LiveTargets;
import dev.sluice.flow.ReviewChange;
import dev.sluice.flow.Speaking;
import dev.sluice.flow.TryOnShadow;
import dev.sluice.flow.Work;
import dev.sluice.flow.answer.Answer;
import dev.sluice.flow.answer.ExplainRule;
import dev.sluice.flow.answer.Posts;
import dev.sluice.flow.approve.ApproverProblems;
import dev.sluice.flow.approve.Approving;
import dev.sluice.flow.approve.CastVote;
import dev.sluice.flow.approve.KnownChange;
import dev.sluice.flow.beside.LookAround;
import dev.sluice.flow.beside.Neighbours;
import dev.sluice.flow.beside.SearchCode;
import dev.sluice.flow.beside.TouchedTables;
import dev.sluice.flow.deploy.Advance;
import dev.sluice.flow.deploy.ComposeResult;
import dev.sluice.flow.deploy.DeployOnWish;
import dev.sluice.flow.deploy.Executors;
import dev.sluice.flow.deploy.ExpireBackups;
import dev.sluice.flow.deploy.FollowBranch;
import dev.sluice.flow.deploy.FreezeEnvironment;
import dev.sluice.flow.deploy.GiveUp;
import dev.sluice.flow.deploy.GoOn;
import dev.sluice.flow.deploy.HoldRollouts;
import dev.sluice.flow.deploy.MayOverride;
import dev.sluice.flow.deploy.MayRun;
import dev.sluice.flow.deploy.OrderedRollouts;
import dev.sluice.flow.deploy.PlanRollouts;
import dev.sluice.flow.deploy.Released;
import dev.sluice.flow.deploy.RunRollout;
import dev.sluice.flow.deploy.Running;
import dev.sluice.flow.deploy.TellGroups;
import dev.sluice.flow.deploy.TellProgress;
import dev.sluice.flow.deploy.TellResult;
import dev.sluice.flow.deploy.WhereItStands;
import dev.sluice.flow.drift.AcceptDrift;
import dev.sluice.flow.drift.CheckDrift;
import dev.sluice.flow.drift.DriftGate;
import dev.sluice.flow.drift.DueLooks;
import dev.sluice.flow.drift.LookForDrift;
import dev.sluice.flow.group.Discovered;
import dev.sluice.flow.group.FindTargets;
import dev.sluice.flow.known.AdoptHistory;
import dev.sluice.flow.pipeline.Pipeline;
import dev.sluice.flow.rollback.RollBack;
import dev.sluice.flow.rollback.UndoRuns;
import dev.sluice.flow.schema.SchemaNews;
import dev.sluice.flow.schema.TellWriteBack;
import dev.sluice.flow.schema.WriteBackDue;
import dev.sluice.flow.schema.WriteBackSchemas;
import dev.sluice.flow.show.ShowDiff;
import dev.sluice.flow.show.ShowHistory;
import dev.sluice.flow.show.ShowPlan;
import dev.sluice.flow.tend.Reconcile;
import dev.sluice.flow.tend.TendMergeRequest;
import dev.sluice.flow.undo.AskedFor;
import dev.sluice.flow.undo.ProposeUndo;
import dev.sluice.flow.undo.TargetsNow;
import dev.sluice.flow.undo.WaysBack;
import dev.sluice.flow.waive.MeantFindings;
import dev.sluice.flow.waive.WaiveFinding;
import dev.sluice.flow.waive.WhoForbids;
import dev.sluice.gitlab.GitLab;
import dev.sluice.gitlab.hook.WebhookVerifier;
import dev.sluice.mergerequest.CodeHost;
import dev.sluice.review.engine.Reviewer;
import dev.sluice.review.rules.Rules;
import dev.sluice.sql.reader.SqlReader;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.lanes.Inbox;
import dev.sluice.store.lanes.LaneSettings;
import dev.sluice.store.lanes.LaneWorkers;
import dev.sluice.store.lanes.Lanes;
import dev.sluice.store.lanes.Outcome;
import dev.sluice.store.lanes.Timers;
import dev.sluice.store.lanes.WorkHandler;
import dev.sluice.store.record.RolloutJournal;
import dev.sluice.target.CatalogCache;
import dev.sluice.web.WebServer;
import dev.sluice.web.WebhookEndpoint;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything there is, put together; the only place that sees the whole configuration. */
public final class Application implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Application.class);
  private static final String RECONCILE = "reconcile";
  private static final Duration RECONCILE_EVERY = Duration.ofMinutes(3);
  private static final String DRIFT_DUE = "drift-due";
  private static final String BACKUPS_DUE = "backups-due";
  private static final Duration BACKUPS_DUE_EVERY = Duration.ofHours(1);
  private static final Duration DRIFT_DUE_EVERY = Duration.ofMinutes(10);

  private final ConfigWatch config;
  private final Clock clock;
  private final LaneSettings laneSettings;
  private final Current current;
  private final StoreDatabase store;
  private final Discovered discovered;
  private final GitLab gitlab;
  private final CodeHost host;
  private final Lanes lanes;
  private final Work work;
  private final LiveTargets targets;
  private final SqlReader reader = SqlReader.remembering();
  private final Watching watching;
  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final LaneWorkers workers;
  private final WebServer web;

  private Application(ConfigWatch config, Clock clock, LaneSettings laneSettings) {
    this.config = config;
    this.clock = clock;
    this.laneSettings = laneSettings;
    BotConfig first = config.current();
    this.current = new Current(first);
    config.onChange(current::replace);
    config.onChange(changed -> NeedsRestart.tell(first, changed));
    this.store = StoreDatabase.open(first.store(), clock);
    this.discovered = new Discovered(store, clock);
    current.discoverWith(discovered::found);
    this.gitlab = GitLab.open(first.gitlab());
    this.host = withAskers(gitlab.host());
    this.lanes = new Lanes(store, laneSettings);
    this.work = new Work(lanes);
    this.targets = new LiveTargets(current::targets, new CatalogCache(clock));
    this.workers = workers();
    this.web = web();
    this.watching = Watching.start(config);
  }

  /**
   * Starts to listen and to work; IllegalStateException and its kin when something is in the way.
   */
  public static Application start(ConfigWatch config, Clock clock, LaneSettings lanes) {
    Application application = new Application(config, clock, lanes);
    application.workers.start();
    return application;
  }

  /** Who asked for a merge request that we opened is its author. */
  private CodeHost withAskers(CodeHost plain) {
    return new CodeHost(
        new AskedFor(store, plain.mergeRequests()),
        plain.discussions(),
        plain.statuses(),
        plain.repositories(),
        plain.people(),
        plain.deployments(),
        plain.writing());
  }

  /** The port that it listens on. */
  public int port() {
    return web.port();
  }

  private WebServer web() {
    Inbox inbox = new Inbox(lanes);
    WebhookEndpoint endpoint =
        new WebhookEndpoint(
            new WebhookVerifier(config.current().gitlab().webhook(), clock),
            inbox::accept,
            () -> host.people().me().id(),
            meters);
    Vitals vitals = new Vitals(store, lanes, host, config);
    vitals.gauges(meters);
    return WebServer.start(config.current().server(), vitals.checks(), meters, List.of(endpoint));
  }

  private LaneWorkers workers() {
    Timers timers = new Timers(store, lanes);
    timers.every(RECONCILE, RECONCILE_EVERY);
    timers.every(DRIFT_DUE, DRIFT_DUE_EVERY);
    timers.every(BACKUPS_DUE, BACKUPS_DUE_EVERY);
    Map<String, WorkHandler> all = new HashMap<>(handlers());
    all.putAll(backups());
    return new LaneWorkers(lanes, timers, laneSettings, knowing(all));
  }

  /** All work begins with what is known of the servers: another replica may have looked. */
  private Map<String, WorkHandler> knowing(Map<String, WorkHandler> handlers) {
    return handlers.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                h ->
                    (item, fence) -> {
                      discovered.refresh();
                      return h.getValue().handle(item, fence);
                    }));
  }

  private Map<String, WorkHandler> backups() {
    ExpireBackups expire = new ExpireBackups(store, targets, work);
    return Map.of(
        BACKUPS_DUE,
        (item, fence) -> expire.look(),
        Work.EXPIRE_BACKUPS,
        (item, fence) -> expire.run(fence, item.payload(Work.AboutTarget.class).name()));
  }

  private Map<String, WorkHandler> handlers() {
    Followed followed = new Followed(current::landscape, host.repositories());
    Speaking speaking = new Speaking(current::landscape, followed);
    Approving approving = new Approving(store, host, current::landscape, clock);
    ReviewChange review =
        new ReviewChange(
            current::landscape,
            targets,
            new Reviewer(Rules.all()),
            reader,
            store,
            new TryOnShadow(current::shadow, reader));
    Pipeline pipeline = new Pipeline(current::landscape, prefix());
    WhereItStands stands =
        new WhereItStands(
            store, current::landscape, review, approving, host.discussions(), pipeline);
    Answer answer =
        new Answer(store, host, prefix(), config.current().answers().threads(), stands, speaking);
    LookAround look =
        new LookAround(
            review,
            followed,
            new SearchCode(host.repositories(), current::landscape, reader),
            new Neighbours(current::landscape, reader, work),
            store,
            new ProposeUndo(
                current::landscape,
                new TargetsNow(store, targets::find),
                new WaysBack(reader),
                host.repositories()));
    TendMergeRequest tend = new TendMergeRequest(store, host, followed, look, approving, answer);
    Advance advance = new Advance(pipeline, work, new WriteBackDue(current::landscape, work));
    Steering steering = new Steering(pipeline, advance, new Running());
    RunCommands commands = commands(tend, approving, stands, steering, speaking);
    LookForDrift drift = new LookForDrift(store, current::landscape, targets);
    DriftGate gate = new DriftGate(store, drift, work, new Posts(store, host), speaking, prefix());
    RunRollout rollout = rollout(mayRun(review, approving, gate), steering, speaking);
    CheckDrift checkDrift = checkDrift(drift, followed);
    AdoptHistory adopt = new AdoptHistory(store, targets);
    DueLooks dueLooks = new DueLooks(store, current::landscape, work);
    TellGroups groups = new TellGroups(store, host, pipeline, speaking, prefix());
    FindTargets find = new FindTargets(store, current::patterns, discovered);
    FollowBranch follow =
        new FollowBranch(
            store, host, followed, advance, find, new TouchedTables(current::landscape, reader));
    WriteBackSchemas writeBack =
        new WriteBackSchemas(
            store,
            host,
            current::landscape,
            targets,
            new TellWriteBack(new Posts(store, host), host.people(), speaking));
    Reconcile reconcile = new Reconcile(store, host, followed, work, advance, problems(followed));
    Map<String, WorkHandler> handlers = new HashMap<>();
    handlers.put(
        Work.WRITE_BACK,
        (item, fence) -> {
          Work.AboutEnvironment about = item.payload(Work.AboutEnvironment.class);
          return writeBack.run(fence, about.deployment(), about.environment(), item.attempts());
        });
    Map<String, WorkHandler> others =
        Map.of(
            Inbox.KIND,
            (item, fence) ->
                Inbox.sort(item, (tx, event) -> event.dispatchTo(new EventRouter(work, tx))),
            Work.TEND,
            (item, fence) -> {
              groups.tell(fence, Work.mergeRequestOf(item).id());
              return tend.run(fence, Work.mergeRequestOf(item).id()).outcome();
            },
            Work.COMMENT,
            (item, fence) ->
                commands.run(
                    fence, Work.mergeRequestOf(item).id(), Work.mergeRequestOf(item).note()),
            Work.FOLLOW,
            (item, fence) -> {
              Work.AboutBranch about = item.payload(Work.AboutBranch.class);
              return follow.run(fence, about.repository(), about.branch());
            },
            Work.ADVANCE,
            (item, fence) -> {
              Work.AboutDeployment about = item.payload(Work.AboutDeployment.class);
              return Outcome.done(
                  tx -> {
                    advance.advance(tx, about.deployment());
                    advance.tend(tx, about.id());
                  });
            },
            Work.ROLLOUT,
            (item, fence) -> rollout.run(fence, item.payload(Work.AboutRollout.class).id()),
            Work.DRIFT,
            (item, fence) -> checkDrift.run(fence, item.payload(Work.AboutTarget.class).name()),
            Work.HISTORY,
            (item, fence) -> adopt.run(fence, item.payload(Work.AboutTarget.class).name()),
            DRIFT_DUE,
            (item, fence) -> dueLooks.run(fence),
            RECONCILE,
            (item, fence) -> {
              find.look(fence);
              return reconcile.run(fence);
            });
    handlers.putAll(others);
    return Map.copyOf(handlers);
  }

  /** What the configuration names and GitLab does not show us. */
  private Supplier<List<String>> problems(Followed followed) {
    ApproverProblems approvers = new ApproverProblems(current::landscape, host.people());
    return () -> Stream.concat(followed.problems().stream(), approvers.all().stream()).toList();
  }

  /** What decides when rollouts start and end. */
  private record Steering(Pipeline pipeline, Advance advance, Running running) {}

  private RunCommands commands(
      TendMergeRequest tend,
      Approving approving,
      WhereItStands stands,
      Steering steering,
      Speaking speaking) {
    Advance advance = steering.advance();
    KnownChange known = new KnownChange(store);
    VoteByCommand votes =
        new VoteByCommand(tend, new CastVote(store), known, new Released(store, advance));
    OrderedRollouts rollouts = new OrderedRollouts(store, current::landscape, advance);
    GoOn goOn = new GoOn(store, rollouts);
    GiveUp giveUp = new GiveUp(store, rollouts, advance, steering.running());
    DeployOnWish deploy =
        new DeployOnWish(
            store,
            rollouts,
            steering.pipeline(),
            new MayOverride(current::landscape, approving, known));
    MeantFindings findings = new MeantFindings(store, host);
    CommandParts parts =
        new CommandParts(
            votes,
            deploy,
            goOn,
            giveUp,
            new PlanRollouts(store, rollouts, steering.pipeline()),
            new HoldRollouts(store, rollouts, advance),
            new FreezeEnvironment(store, current::landscape, approving, advance),
            tend,
            stands,
            new WaiveFinding(
                store, findings, new WhoForbids(current::landscape, known, current::rules)),
            findings,
            new ExplainRule(current::rules),
            new ShowPlan(store, tend),
            new ShowDiff(known, new DiffChange(current::landscape, targets, reader)),
            new AcceptDrift(store, known, work, advance),
            new RollBack(
                store,
                host,
                current::landscape,
                rollouts,
                new RollBack.UndoParts(
                    new WaysBack(reader),
                    new TargetsNow(store, targets::find),
                    approving,
                    speaking),
                advance),
            new ShowHistory(store, known),
            speaking);
    Commands all = new Commands(config.current().commands(), parts);
    Authorise authorise = new Authorise(host.people(), approving, known);
    return new RunCommands(store, host, all, authorise, new Posts(store, host), clock);
  }

  private MayRun mayRun(ReviewChange review, Approving approving, DriftGate gate) {
    return new MayRun(store, host, current::landscape, review, approving, gate);
  }

  private CheckDrift checkDrift(LookForDrift drift, Followed followed) {
    return new CheckDrift(
        store,
        current::landscape,
        drift,
        new CheckDrift.Issues(followed, host.repositories()),
        news -> LOG.warn("drift of {}: {} {}", news.target(), news.kind(), news.issue()),
        prefix());
  }

  private RunRollout rollout(MayRun mayRun, Steering steering, Speaking speaking) {
    RolloutExecutor executor =
        new RolloutExecutor(
            name -> targets.find(name).orElseThrow(),
            reader,
            config.current().deploy(),
            current::precautions,
            clock,
            Pause.sleeping());
    Executors executors =
        (fence, order, cancellation) ->
            executor.run(order, new RolloutJournal(store, fence, cancellation), cancellation);
    return new RunRollout(
        store,
        mayRun,
        new UndoRuns(store, new TargetsNow(store, targets::find), executors),
        steering.running(),
        new TellResult(
            store,
            host,
            new TellResult.Wording(
                new ComposeResult(prefix()),
                new SchemaNews(store, current::landscape, targets, reader)),
            speaking,
            new TellProgress(store, host, speaking, config.current().deploy(), clock),
            steering.pipeline()),
        steering.advance());
  }

  private String prefix() {
    return config.current().commands().prefix();
  }

  @Override
  public void close() {
    watching.close();
    web.close();
    workers.close();
    gitlab.close();
    store.close();
  }
}
