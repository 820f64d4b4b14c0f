package dev.sluice.deploy;

import java.util.Optional;

/**
 * Why a statement failed.
 *
 * @param sqlState the five characters, or the engine's own code
 * @param message the server's words with row values masked
 * @param position place of the fault in the file, {@code line:column}, where the server tells it
 * @param hint what the server or we advise
 */
public record StepError(
    String sqlState, String message, Optional<String> position, Optional<String> hint) {}
