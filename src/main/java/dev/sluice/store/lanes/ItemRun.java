package dev.sluice.store.lanes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.store.Json;
import dev.sluice.store.LostLease;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** One try of one item: the handler, what its failure means, and the marks on its log lines. */
record ItemRun(Lanes lanes, Map<String, WorkHandler> handlers) {

  private static final Logger log = LoggerFactory.getLogger(ItemRun.class);
  private static final List<String> MARKS = List.of("project", "mr", "target");

  void run(Lanes.Claim claim) {
    mark(claim.item());
    try {
      tell(claim.item(), finish(claim, outcome(claim)));
    } catch (LostLease e) {
      log.warn("{} {} was taken over: {}", claim.item().kind(), claim.item().id(), e.getMessage());
    } finally {
      MARKS.forEach(MDC::remove);
    }
  }

  private Outcome outcome(Lanes.Claim claim) {
    WorkItem item = claim.item();
    WorkHandler handler = handlers.get(item.kind());
    if (handler == null) {
      return Outcome.dead("nothing handles items of kind " + item.kind());
    }
    try {
      return handler.handle(item, claim.fence());
    } catch (LostLease e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Outcome.retry("interrupted");
    } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
      log.error("{} {} failed in try {}", item.kind(), item.id(), item.attempts(), e);
      return Outcome.retry(e.toString());
    }
  }

  /** What the item wants to write with its end may fail too: then it has not ended. */
  private Outcome finish(Lanes.Claim claim, Outcome outcome) {
    try {
      lanes.finish(claim, outcome);
      return outcome;
    } catch (LostLease e) {
      throw e;
    } catch (RuntimeException e) {
      log.error("{} {} could not be finished", claim.item().kind(), claim.item().id(), e);
      Outcome again = Outcome.retry(e.toString());
      lanes.finish(claim, again);
      return again;
    }
  }

  private static void tell(WorkItem item, Outcome outcome) {
    if (outcome instanceof Outcome.Dead dead) {
      log.error("{} {} will not be tried again: {}", item.kind(), item.id(), dead.reason());
    } else if (outcome instanceof Outcome.RetryLater retry) {
      log.warn("{} {} will be tried again: {}", item.kind(), item.id(), retry.reason());
    } else if (MARKS.stream().anyMatch(mark -> MDC.get(mark) != null)) {
      log.info("{} {} is done", item.kind(), item.id());
    }
  }

  private static void mark(WorkItem item) {
    JsonNode payload = Json.tree(item.payload());
    for (String mark : MARKS) {
      JsonNode value = payload.get(mark);
      if (value != null && value.isValueNode()) {
        MDC.put(mark, value.asText());
      }
    }
  }
}
