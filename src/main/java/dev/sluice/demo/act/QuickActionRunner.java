package dev.sluice.demo.act;

import dev.sluice.demo.act.QuickActions.Command;
import dev.sluice.demo.json.Fields;
import dev.sluice.demo.model.Access;
import dev.sluice.demo.model.Level;
import dev.sluice.demo.model.MergeRequest;
import dev.sluice.demo.model.Refusal;
import dev.sluice.demo.model.User;
import dev.sluice.demo.model.World;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs quick actions with the rights of whoever wrote them, bots included: the reason why a bot
 * must never echo a line that starts with a slash.
 */
final class QuickActionRunner {
  private final World world;
  private final MergeRequests requests;
  private final Approving approving;
  private final Merging merging;
  private final Map<String, Action> actions = new TreeMap<>();

  /** One quick action on a merge request. */
  private interface Action {
    void run(User by, MergeRequest mr, String argument);
  }

  QuickActionRunner(World world, MergeRequests requests, Approving approving, Merging merging) {
    this.world = world;
    this.requests = requests;
    this.approving = approving;
    this.merging = merging;
    register();
  }

  private void register() {
    actions.put("approve", (by, mr, argument) -> approving.approve(by, mr, null));
    actions.put("unapprove", (by, mr, argument) -> approving.unapprove(by, mr));
    actions.put("merge", (by, mr, argument) -> merging.merge(by, mr, Merging.Choices.DEFAULT));
    actions.put("close", (by, mr, argument) -> requests.close(by, mr));
    actions.put("reopen", (by, mr, argument) -> requests.reopen(by, mr));
    actions.put("title", requests::retitle);
    actions.put("target_branch", requests::retarget);
    actions.put("draft", (by, mr, argument) -> draft(by, mr));
    actions.put("ready", (by, mr, argument) -> ready(by, mr));
    actions.put("lock", (by, mr, argument) -> lock(by, mr, true));
    actions.put("unlock", (by, mr, argument) -> lock(by, mr, false));
    actions.put("assign", this::assign);
    actions.put("unassign", (by, mr, argument) -> unassign(by, mr));
    for (var name : List.of("label", "labels")) {
      actions.put(name, (by, mr, argument) -> requests.label(by, mr, labels(argument), List.of()));
    }
    for (var name : List.of("unlabel", "remove_label")) {
      actions.put(name, (by, mr, argument) -> requests.label(by, mr, List.of(), labels(argument)));
    }
    actions.put(
        "relabel",
        (by, mr, argument) -> requests.label(by, mr, labels(argument), List.copyOf(mr.labels)));
  }

  /** What each action did, in words; one that is not possible says so. */
  List<String> run(User by, MergeRequest mr, List<Command> commands) {
    return commands.stream().map(command -> run(by, mr, command)).toList();
  }

  private String run(User by, MergeRequest mr, Command command) {
    var action = actions.get(command.name());
    if (action == null) {
      return "Could not apply %s command.".formatted(command.name());
    }
    try {
      action.run(by, mr, command.argument());
      return "Applied %s command.".formatted(command.name());
    } catch (Refusal refusal) {
      return "Could not apply %s command.".formatted(command.name());
    }
  }

  private void draft(User by, MergeRequest mr) {
    if (!mr.isDraft()) {
      requests.retitle(by, mr, "Draft: " + mr.title);
    }
  }

  private void ready(User by, MergeRequest mr) {
    if (mr.isDraft()) {
      requests.retitle(
          by, mr, mr.title.replaceFirst("(?i)^\\s*(\\[draft]|\\(draft\\)|draft:)\\s*", ""));
    }
  }

  private void lock(User by, MergeRequest mr, boolean locked) {
    new Access(world).require(by, mr.project, Level.DEVELOPER);
    mr.locked = locked;
    requests.touched(by, mr, new Fields());
  }

  private void assign(User by, MergeRequest mr, String argument) {
    requests.mayChange(by, mr);
    for (var name : argument.split("\\s+")) {
      var user = name.equals("me") ? world.user(by.username()) : world.user(name.replace("@", ""));
      user.filter(each -> !mr.assignees.contains(each)).ifPresent(mr.assignees::add);
    }
    requests.touched(by, mr, new Fields());
  }

  private void unassign(User by, MergeRequest mr) {
    requests.mayChange(by, mr);
    mr.assignees.clear();
    requests.touched(by, mr, new Fields());
  }

  private static List<String> labels(String argument) {
    return Arrays.stream(argument.split("\\s+~|^~"))
        .map(name -> name.replace("\"", "").strip())
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
