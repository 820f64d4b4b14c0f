/** Logs: text for people, JSON lines for machines, secrets blanked in both. */
@NullMarked
package dev.sluice.cli.logging;

import org.jspecify.annotations.NullMarked;
