package dev.sluice.gitlab.hook;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sluice.mergerequest.Event;
import dev.sluice.mergerequest.MergeRequestId;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of webhooks. Own records over the raw bytes: GitLab4J's parser loses events on newer
 * GitLabs. Answers for every input; throws for none.
 */
public final class WebhookParser {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private static final Set<String> APPROVALS =
      Set.of("approval", "approved", "unapproval", "unapproved");
  private static final String BRANCH = "refs/heads/";

  private WebhookParser() {}

  /**
   * @param event the value of {@code X-Gitlab-Event}
   * @param body JSON in UTF-8
   * @param me the id of our own user, whose notes come back to us as hooks
   */
  public static Reading read(String event, byte[] body, long me) {
    return switch (event) {
      case "Merge Request Hook" -> parsed(body, hook -> mergeRequest(hook, me));
      case "Note Hook", "Confidential Note Hook" -> parsed(body, hook -> note(hook, me));
      case "Push Hook" -> parsed(body, WebhookParser::push);
      default -> new Reading.Ignored("no use for this event");
    };
  }

  private static Reading parsed(byte[] body, Meaning meaning) {
    Hook hook;
    try {
      hook = JSON.readValue(body, Hook.class);
    } catch (IOException unreadable) {
      return new Reading.Malformed("not JSON in the documented shape");
    }
    return hook == null ? new Reading.Malformed("null") : meaning.of(hook);
  }

  private static Reading mergeRequest(Hook hook, long me) {
    Hook.Attributes attributes = hook.attributes();
    Long repository = hook.repository();
    if (attributes == null || attributes.iid() == null || repository == null) {
      return new Reading.Malformed("a merge request without its numbers");
    }
    if (is(me, author(hook))) {
      return new Reading.Ignored("our own change of a label or a thread");
    }
    return new Reading.Relevant(
        happened(new MergeRequestId(repository, attributes.iid()), attributes));
  }

  /** An action that we do not know yet is a change too: looking once more costs nothing. */
  private static Event happened(MergeRequestId id, Hook.Attributes attributes) {
    String action = attributes.action() == null ? "" : attributes.action();
    if (action.equals("merge") && attributes.targetBranch() != null) {
      return new Event.Merged(id, attributes.targetBranch());
    }
    return APPROVALS.contains(action)
        ? new Event.ApprovalsChanged(id)
        : new Event.MergeRequestChanged(id);
  }

  private static Reading note(Hook hook, long me) {
    Hook.Attributes attributes = hook.attributes();
    if (attributes == null || attributes.id() == null) {
      return new Reading.Malformed("a note without its number");
    }
    if (!"MergeRequest".equals(attributes.noteableType())) {
      return new Reading.Ignored("a note on something else than a merge request");
    }
    if (attributes.action() != null && !attributes.action().equals("create")) {
      return new Reading.Ignored("an edited note");
    }
    if (attributes.system() || is(me, attributes.authorId()) || is(me, author(hook))) {
      return new Reading.Ignored("a note of GitLab's or our own");
    }
    Long repository = hook.repository();
    Long iid = hook.mergeRequest() == null ? null : hook.mergeRequest().iid();
    return repository == null || iid == null
        ? new Reading.Malformed("a note without its merge request's numbers")
        : new Reading.Relevant(
            new Event.Commented(new MergeRequestId(repository, iid), attributes.id()));
  }

  private static @Nullable Long author(Hook hook) {
    return hook.user() == null ? null : hook.user().id();
  }

  private static boolean is(long me, @Nullable Long user) {
    return user != null && user == me;
  }

  private static Reading push(Hook hook) {
    String ref = hook.ref();
    Long repository = hook.repository();
    if (ref == null || repository == null) {
      return new Reading.Malformed("a push without its branch or repository");
    }
    if (!ref.startsWith(BRANCH)) {
      return new Reading.Ignored("a push to something else than a branch");
    }
    return hook.after() != null && hook.after().matches("0+")
        ? new Reading.Ignored("a branch was deleted")
        : new Reading.Relevant(new Event.BranchPushed(repository, ref.substring(BRANCH.length())));
  }

  private interface Meaning {
    Reading of(Hook hook);
  }
}
