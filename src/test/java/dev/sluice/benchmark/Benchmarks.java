package dev.sluice.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the benchmarks named by the arguments, all without any, and prints their figures. */
public final class Benchmarks {
  private static final Map<String, Benchmark> ALL = all();

  private Benchmarks() {}

  /** Prints its figures to stdout. */
  interface Benchmark {
    void run() throws Exception;
  }

  private static Map<String, Benchmark> all() {
    Map<String, Benchmark> all = new LinkedHashMap<>();
    all.put("start", ColdStart::run);
    all.put("parsing", ReviewThroughput::run);
    all.put("intake", WebhookIntake::run);
    all.put("review", WebhookToReview::run);
    all.put("giant", GiantScript::run);
    all.put("burst", Burst::run);
    all.put("memory", Memory::run);
    all.put("deploy", DeployThroughput::run);
    all.put("group", GroupWave::run);
    all.put("pace", TablePace::run);
    return all;
  }

  public static void main(String[] args) throws Exception {
    List<String> names = args.length == 0 ? List.copyOf(ALL.keySet()) : List.of(args);
    for (String name : names) {
      Benchmark benchmark = ALL.get(name);
      if (benchmark == null) {
        throw new IllegalArgumentException(name + " is none of " + ALL.keySet());
      }
      System.out.println("\n## " + name);
      benchmark.run();
    }
    System.exit(0);
  }
}
