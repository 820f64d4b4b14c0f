package dev.sluice.deploy.executor;

import dev.sluice.bulk.BatchPlan;
import dev.sluice.bulk.BatchPlan.Position;
import dev.sluice.bulk.BatchSettings;
import dev.sluice.bulk.BatchWish;
import dev.sluice.bulk.Pacing;
import dev.sluice.deploy.FirstLine;
import dev.sluice.deploy.Step;
import dev.sluice.deploy.StepResult;
import dev.sluice.deploy.Underway;
import dev.sluice.target.ErrorClass;
import dev.sluice.target.Measured;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The batches of one statement, one transaction each: rows, and how far we are, together. */
final class Batches {
  private static final Duration TELL = Duration.ofSeconds(1);
  private static final Duration LAG_REST = Duration.ofSeconds(1);

  private final Run run;
  private final Session session;
  private final Step step;
  private final BatchPlan plan;
  private final Duration pause;
  private final Duration maxLag;
  private final BatchTable table;
  private Pacing pacing;
  private OptionalLong about = OptionalLong.empty();
  private Optional<BatchRow> known = Optional.empty();
  private int again;
  private Optional<Stopwatch> told = Optional.empty();
  private Optional<Stopwatch> lagSeen = Optional.empty();

  Batches(Run run, Session session, Step step, BatchPlan plan, BatchWish wish) {
    this.run = run;
    this.session = session;
    this.step = step;
    this.plan = plan;
    BatchSettings settings = run.settings().batches();
    this.pause = wish.pause().orElse(settings.pause());
    this.maxLag = wish.maxLag().orElse(settings.maxLag());
    this.pacing = Pacing.of(wish.size().orElse(settings.size()), settings.timeGoal());
    this.table = new BatchTable(session.connection(), session.engine().metaSchema());
  }

  /**
   * @param rows of the whole table, as far as the server knows
   */
  Optional<Ending> run(OptionalLong rows, Session.Write closing)
      throws SQLException, InterruptedException {
    about = rows;
    run.progress().started(step);
    session.note(meta -> meta.write(rollout(), StatementRow.of(result(), Optional.empty())));
    try {
      Optional<BatchRow> begun = begun();
      if (begun.isEmpty()) {
        session.note(done(0).and(closing));
        run.progress().ran(step, new Ran(OptionalLong.of(0), List.of()));
        return Optional.empty();
      }
      return walk(begun.get(), closing);
    } catch (SQLException e) {
      if (session.lost(e)) {
        throw e;
      }
      return Optional.of(new Failures(run, session).failed(step, e, 1));
    }
  }

  /** Where we are; empty when there is not a single row. */
  private Optional<BatchRow> begun() throws SQLException {
    session.note(
        meta -> {
          table.create();
          known = table.read(rollout(), step.seq());
        });
    if (known.isPresent()) {
      return known;
    }
    Optional<BatchRow> first = watchedKey(plan.last()).map(BatchRow::before);
    if (first.isPresent()) {
      session.note(meta -> table.write(rollout(), step.seq(), first.get(), now()));
    }
    return first;
  }

  private Optional<Ending> walk(BatchRow begin, Session.Write closing)
      throws SQLException, InterruptedException {
    BatchRow here = begin;
    int failures = 0;
    while (true) {
      tell(here);
      run.journal().checkStillOurs(run.rollout().id());
      awaitReplicas();
      Optional<String> by = run.cancellation().requestedBy();
      if (by.isPresent()) {
        return stopped(new Failures(run, session).cancelled(step, by.get()), here);
      }
      try {
        Stopwatch watch = new Stopwatch();
        Done done = batch(here, closing);
        failures = 0;
        here = done.row();
        if (done.last()) {
          run.progress().ran(step, new Ran(OptionalLong.of(here.changed()), List.of(sum(here))));
          return Optional.empty();
        }
        pacing = pacing.after(watch.elapsed());
        run.rest(pause);
      } catch (SQLException e) {
        if (session.lost(e)) {
          throw e;
        }
        session.engine().rollback(session.connection());
        failures++;
        if (!mayTryAgain(e) || failures >= run.settings().attempts()) {
          return stopped(new Failures(run, session).failed(step, e, failures), here);
        }
        again++;
        pacing = pacing.halved();
        run.rest(run.settings().restAfter(failures));
      }
    }
  }

  private record Done(BatchRow row, boolean last) {}

  private Done batch(BatchRow here, Session.Write closing) throws SQLException {
    session.engine().begin(session.connection());
    Optional<Position> bound = watchedKey(plan.bound(here.at(), here.last(), pacing.size()));
    Position upTo = bound.orElse(here.last());
    boolean last = upTo.equals(here.last());
    Step part = step.running(plan.batch(here.at(), upTo));
    Ran ran = session.watched(step, () -> session.engine().run(session.connection(), part));
    long walked = bound.isPresent() ? pacing.size() : ran.rows().orElse(0);
    BatchRow next = here.after(upTo, walked, ran.rows().orElse(0));
    Session.Write write = meta -> table.write(rollout(), step.seq(), next, now());
    session.write(last ? write.and(done(next.changed())).and(closing) : write);
    session.engine().commit(session.connection());
    return new Done(next, last);
  }

  private Session.Write done(long changed) {
    return meta ->
        meta.write(
            rollout(),
            StatementRow.of(result(), Optional.empty())
                .done(run.progress().end(step), OptionalLong.of(changed)));
  }

  private @Nullable Position found;

  private Optional<Position> watchedKey(String sql) throws SQLException {
    found = null;
    session.watched(
        step,
        () -> {
          found = key(sql);
          return Ran.NOTHING;
        });
    return Optional.ofNullable(found);
  }

  private @Nullable Position key(String sql) throws SQLException {
    try (Statement query = session.connection().createStatement()) {
      query.setEscapeProcessing(false);
      try (ResultSet row = query.executeQuery(sql)) {
        if (!row.next()) {
          return null;
        }
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= plan.width(); i++) {
          values.add(row.getString(i));
        }
        return new Position(values);
      }
    }
  }

  /** A lock in the way, or a batch for which the time was too short: a smaller one may do. */
  private boolean mayTryAgain(SQLException failure) {
    ErrorClass kind = session.target().classify(failure);
    boolean tooLong = kind == ErrorClass.TIMEOUT_OR_CANCEL && pacing.size() > 1;
    return !run.cancellation().requested() && (kind == ErrorClass.RETRYABLE_LOCK || tooLong);
  }

  /** Asked once a second: it is a question to the server. */
  private void awaitReplicas() throws SQLException, InterruptedException {
    if (lagSeen.filter(s -> s.elapsed().compareTo(LAG_REST) < 0).isPresent()) {
      return;
    }
    while (!run.cancellation().requested() && behind()) {
      run.rest(LAG_REST);
    }
    lagSeen = Optional.of(new Stopwatch());
  }

  private boolean behind() throws SQLException {
    Measured<Duration> lag = session.target().load().replicationLag(session.connection());
    return lag instanceof Measured.Known<Duration> known && known.value().compareTo(maxLag) > 0;
  }

  private Optional<Ending> stopped(Ending ending, BatchRow here) {
    if (here.batches() > 0) {
      run.progress().stays(step, here.changed(), sum(here));
    }
    return Optional.of(ending);
  }

  /** Both write to a disk, so that once a second is enough. */
  private void tell(BatchRow here) {
    if (told.filter(s -> s.elapsed().compareTo(TELL) < 0).isPresent()) {
      return;
    }
    told = Optional.of(new Stopwatch());
    run.journal().cancelledBy(run.rollout().id()).ifPresent(run.cancellation()::request);
    if (here.batches() > 0) {
      run.progress().partly(step, here.changed(), sum(here));
      run.journal()
          .underway(
              run.rollout().id(),
              new Underway(
                  step.seq(),
                  run.plan().steps().size(),
                  FirstLine.of(step.statement()),
                  result().startedAt(),
                  Optional.of(sum(here)),
                  List.of(),
                  now()));
    }
  }

  /** For people: {@code 120,000 of about 400,000 rows in 120 batches, 118,730 changed}. */
  private String sum(BatchRow here) {
    String of =
        about.isPresent() && about.getAsLong() >= here.seen()
            ? number(here.seen()) + " of about " + number(about.getAsLong())
            : number(here.seen());
    return of
        + " rows in "
        + number(here.batches())
        + (here.batches() == 1 ? " batch, " : " batches, ")
        + number(here.changed())
        + " changed"
        + (again > 0 ? "; " + again + " tried again" : "");
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private StepResult result() {
    return run.progress().of(step);
  }

  private long rollout() {
    return run.rollout().id().value();
  }

  private Instant now() {
    return run.clock().instant();
  }
}
