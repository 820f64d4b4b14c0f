package dev.sluice.command;

import dev.sluice.language.Message;
import java.util.List;

/**
 * What people need to know of a command; help and docs are made from it.
 *
 * @param usage without the prefix: {@code skip statement <n> --reason "…"}
 * @param purpose one sentence
 * @param example a full line with the prefix {@code /db}
 */
public record CommandInfo(
    String verb, String usage, String purpose, Who who, When when, String example) {
  /** The ways to write it, which {@code |} separates in {@link #usage}. */
  public List<String> usages() {
    return List.of(usage.split(" \\| "));
  }

  /** Who may give it. */
  public enum Who {
    MEMBER(Message.of("everybody with at least Reporter access")),
    DEVELOPER(Message.of("everybody with at least Developer access")),
    APPROVER(
        Message.of(
            "whoever the approval policy names; never the author unless the policy says so")),
    OVERRIDER(Message.of("those whom the environment names under `override`")),
    FREEZER(
        Message.of(
            "those whom the environment names under `override`, and owners of every project on it")),
    DEPLOYER(Message.of("owners of every project the change touches, and Maintainers")),
    WAIVER(
        Message.of(
            "owners of every project the change touches, and Maintainers; not the author of the merge"
                + " request"));

    @SuppressWarnings("ImmutableEnumChecker") // a message never changes; its arguments hide that
    private final Message words;

    Who(Message words) {
      this.words = words;
    }

    public Message words() {
      return words;
    }
  }

  /** In which states of the merge request it makes sense. */
  public enum When {
    ALWAYS(Message.of("always")),
    OPEN(Message.of("while the merge request is open")),
    OPEN_OR_MERGED(Message.of("while it is open, and after the merge")),
    MERGED(Message.of("after the merge"));

    @SuppressWarnings("ImmutableEnumChecker") // a message never changes; its arguments hide that
    private final Message words;

    When(Message words) {
      this.words = words;
    }

    public Message words() {
      return words;
    }
  }
}
