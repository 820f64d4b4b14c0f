package dev.sluice.target;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a server said about a failure, fit for notes and chat.
 *
 * @param code SQLSTATE, or the engine's own name of the error
 * @param message with row values masked, the detail in parentheses
 * @param offset of the fault in the statement's text, in UTF-16 units from 0
 * @param hint the server's advice
 * @param object the constraint, column or table the error is about, e.g. {@code orders_pkey}
 */
public record ServerError(
    String code,
    String message,
    OptionalInt offset,
    Optional<String> hint,
    Optional<String> object) {}
