package dev.sluice.demo.tour;

import dev.sluice.demo.model.MergeRequest;
import java.io.PrintStream;

/** Tells on the terminal what the tour does and what it saw. */
final class Narrator {
  private final PrintStream out;
  private final String gitlab;
  private int steps;

  Narrator(PrintStream out, String gitlab) {
    this.out = out;
    this.gitlab = gitlab;
  }

  void step(String what) {
    out.printf("%n%d. %s%n", ++steps, what);
  }

  void seen(String what) {
    out.println("   ✓ " + what);
  }

  void quote(String line) {
    out.println("     " + line);
  }

  void link(MergeRequest mr) {
    out.println("     " + gitlab + "/" + mr.project.path + "/-/merge_requests/" + mr.iid);
  }

  int steps() {
    return steps;
  }
}
