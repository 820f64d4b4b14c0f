package dev.sluice.demo.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Faults that wait for the requests they are meant for. Thread-safe. */
public final class Faults {
  private final List<Plan> plans = new ArrayList<>();

  private static final class Plan {
    private final Pattern method;
    private final Pattern path;
    private final Fault fault;
    private int left;

    Plan(Pattern method, Pattern path, Fault fault, int left) {
      this.method = method;
      this.path = path;
      this.fault = fault;
      this.left = left;
    }
  }

  /**
   * The next {@code count} requests whose method and path match (regular expressions, found
   * anywhere in the path as sent) meet the fault.
   */
  public synchronized void next(int count, String method, String path, Fault fault) {
    plans.add(new Plan(Pattern.compile(method), Pattern.compile(path), fault, count));
  }

  public synchronized void clear() {
    plans.clear();
  }

  synchronized Optional<Fault> take(String method, String path) {
    for (var plan : plans) {
      if (plan.left > 0
          && plan.method.matcher(method).matches()
          && plan.path.matcher(path).find()) {
        plan.left--;
        return Optional.of(plan.fault);
      }
    }
    return Optional.empty();
  }
}
