package dev.sluice.deploy.executor;

import dev.sluice.bulk.BatchKey;
import dev.sluice.bulk.BatchPlan;
import dev.sluice.bulk.BatchWish;
import dev.sluice.bulk.BulkDirective;
import dev.sluice.bulk.NotSplittable;
import dev.sluice.bulk.Splittable;
import dev.sluice.catalog.Table;
import dev.sluice.deploy.Step;
import dev.sluice.sql.Dialect;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Runs a statement in batches along a key. The first try, a retry and the resume after a crash are
 * all this: the target's row tells where to go on.
 */
record BatchRun(Run run, Session session, Step step) {

  /**
   * @param closing what else belongs into the transaction of the last batch
   */
  Optional<Ending> run(Session.Write closing) throws SQLException, InterruptedException {
    BatchWish wish = BatchWish.parse(step.bulk().map(BulkDirective::rest).orElse(""));
    Dialect dialect = session.target().dialect();
    Splittable.Reading reading = Splittable.of(step.statement(), dialect);
    if (reading.split().isEmpty()) {
      return refused(reading.reason().orElseThrow());
    }
    Splittable split = reading.split().get();
    Optional<Table> table = session.target().readCatalog(session.connection()).table(split.table());
    if (table.isEmpty()) {
      return refused(NotSplittable.NO_TABLE);
    }
    BatchKey.Choice choice = BatchKey.of(table.get(), wish.key(), split.sets(), dialect);
    if (choice.key().isEmpty()) {
      return refused(choice.reason().orElseThrow());
    }
    if (!session.engine().takesBack(session.connection(), List.of(step))) {
      return refused(NotSplittable.NOT_TRANSACTIONAL);
    }
    BatchPlan plan = new BatchPlan(split, choice.key().get());
    OptionalLong about = table.get().size().rows();
    return new Batches(run, session, step, plan, wish).run(about, closing);
  }

  private Optional<Ending> refused(NotSplittable reason) {
    run.progress().started(step);
    return Optional.of(new Failures(run, session).refused(step, reason.words()));
  }
}
