package dev.sluice.command;

import dev.sluice.flow.answer.Posts;
import dev.sluice.flow.note.Markdown;
import dev.sluice.language.Language;
import dev.sluice.mergerequest.CodeHost;
import dev.sluice.mergerequest.MergeRequest;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.mergerequest.Note;
import dev.sluice.mergerequest.Person;
import dev.sluice.store.Fence;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.lanes.Outcome;
import dev.sluice.store.record.CommandRun;
import dev.sluice.store.record.CommandRuns;
import dev.sluice.store.record.Postings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs the commands of a comment: read fresh, parsed, authorised, run in order, answered once in
 * the same thread. The first that fails stops the rest.
 */
public final class RunCommands {
  private final StoreDatabase store;
  private final CodeHost host;
  private final Commands commands;
  private final Authorise authorise;
  private final Posts posts;
  private final Clock clock;

  public RunCommands(
      StoreDatabase store,
      CodeHost host,
      Commands commands,
      Authorise authorise,
      Posts posts,
      Clock clock) {
    this.store = store;
    this.host = host;
    this.commands = commands;
    this.authorise = authorise;
    this.posts = posts;
    this.clock = clock;
  }

  public Outcome run(Fence fence, MergeRequestId id, long noteId) {
    Optional<Note> note = host.discussions().note(id, noteId);
    Optional<MergeRequest> mr = host.mergeRequests().find(id);
    if (note.isEmpty() || mr.isEmpty() || !fromAPerson(note.get())) {
      return Outcome.done();
    }
    ParsedComment parsed = commands.parser().parse(note.get().body());
    if (says(parsed) && fresh(note.get()).bot()) {
      return Outcome.done();
    }
    if (parsed instanceof ParsedComment.Malformed malformed) {
      answer(fence, id, note.get(), List.of(refuse(fence, mr.get(), note.get(), malformed)));
    } else if (parsed instanceof ParsedComment.Commands found && !found.commands().isEmpty()) {
      run(fence, mr.get(), note.get(), found.commands());
    }
    return Outcome.done();
  }

  private static boolean says(ParsedComment parsed) {
    return !(parsed instanceof ParsedComment.Commands found) || !found.commands().isEmpty();
  }

  /** As far as the note tells: GitLab names bots only when it is asked for the user. */
  private boolean fromAPerson(Note note) {
    return !note.system() && !note.author().bot() && note.author().id() != host.people().me().id();
  }

  private void run(Fence fence, MergeRequest mr, Note note, List<ParsedCommand> parsed) {
    List<CommandRun> before = store.read(tx -> CommandRuns.of(tx, mr.id(), note.id()));
    if (before.isEmpty()) {
      host.discussions().react(mr.id(), note.id(), "eyes");
    }
    List<CommandRun> runs = new ArrayList<>(before);
    for (int i = runs.size(); i < parsed.size() && allDone(runs); i++) {
      runs.add(run(fence, mr, note, parsed.get(i), i + 1));
    }
    answer(fence, mr.id(), note, runs);
  }

  private static boolean allDone(List<CommandRun> runs) {
    return runs.stream().allMatch(r -> r.outcome() == CommandRun.Outcome.DONE);
  }

  private CommandRun run(
      Fence fence, MergeRequest mr, Note note, ParsedCommand parsed, int ordinal) {
    Language language = commands.speaking().to(mr, authorise.change(mr));
    CommandRun.Outcome outcome;
    Reply reply;
    if (note.createdAt().plus(commands.maxAge()).isBefore(clock.instant())) {
      reply = Reply.refused("This command was found too late to be run; write it again.");
      outcome = CommandRun.Outcome.EXPIRED;
    } else {
      Optional<Command> command = commands.find(parsed.verb());
      Optional<Reply> denial =
          command.flatMap(c -> authorise.denial(mr, note.author(), c.info(), c.who(parsed)));
      reply =
          denial.orElseGet(
              () ->
                  command
                      .map(c -> c.run(context(fence, mr, note, language), parsed))
                      .orElseGet(() -> commands.unknown(parsed.verb())));
      outcome =
          command.isEmpty()
              ? CommandRun.Outcome.NOT_UNDERSTOOD
              : denial.isPresent() ? CommandRun.Outcome.DENIED : outcome(reply);
    }
    CommandRun run =
        new CommandRun(
            mr.id(),
            note.id(),
            ordinal,
            note.author().id(),
            note.author().username(),
            parsed.line(),
            outcome,
            reply.markdown(language),
            clock.instant());
    store.update(fence, tx -> CommandRuns.save(tx, run));
    return run;
  }

  private CommandContext context(Fence fence, MergeRequest mr, Note note, Language language) {
    return new CommandContext(mr, note, fresh(note), fence, language);
  }

  private Person fresh(Note note) {
    return host.people().user(note.author().id()).orElse(note.author());
  }

  private static CommandRun.Outcome outcome(Reply reply) {
    return reply.done() ? CommandRun.Outcome.DONE : CommandRun.Outcome.REFUSED;
  }

  private CommandRun refuse(
      Fence fence, MergeRequest mr, Note note, ParsedComment.Malformed malformed) {
    Language language = commands.speaking().to(mr, authorise.change(mr));
    CommandRun run =
        new CommandRun(
            mr.id(),
            note.id(),
            1,
            note.author().id(),
            note.author().username(),
            malformed.line(),
            CommandRun.Outcome.NOT_UNDERSTOOD,
            Markdown.escape(language.say("Nothing ran: %s.", malformed.why())),
            clock.instant());
    store.update(fence, tx -> CommandRuns.save(tx, run));
    return run;
  }

  private void answer(Fence fence, MergeRequestId id, Note note, List<CommandRun> runs) {
    String body =
        String.join(
            "\n\n", runs.stream().map(CommandRun::answer).filter(a -> !a.isEmpty()).toList());
    String purpose = Postings.replyTo(note.id());
    if (!body.isEmpty()) {
      posts.once(fence, id, purpose, note.discussion(), Posts.marker(purpose) + "\n" + body);
    }
    host.discussions().unreact(id, note.id(), "eyes");
    host.discussions().react(id, note.id(), allDone(runs) ? "white_check_mark" : "x");
  }
}
