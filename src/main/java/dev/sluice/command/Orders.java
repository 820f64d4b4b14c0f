package dev.sluice.command;

import dev.sluice.flow.Steered;
import dev.sluice.flow.deploy.Order;
import java.util.Optional;

/** From a command to an order about rollouts, and from its outcome to a reply. */
final class Orders {
  private Orders() {}

  static Order of(CommandContext context, ParsedCommand command, Optional<String> where) {
    return new Order(
        context.mergeRequest().id(),
        context.person(),
        command.flag("target").or(() -> where),
        command.reason().orElse(""));
  }

  static Reply reply(Steered steered) {
    return Reply.of(steered.done(), steered.words());
  }

  /** {@code statement 3} or {@code --statement 3}. */
  static Optional<String> statement(ParsedCommand command) {
    boolean spelled = command.argument(0).filter("statement"::equals).isPresent();
    return spelled ? command.argument(1) : command.flag("statement");
  }

  static Reply badNumber(String text) {
    return Reply.refused("%s is no statement number; the result note lists them.", text);
  }
}
