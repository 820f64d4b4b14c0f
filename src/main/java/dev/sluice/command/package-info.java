/** Commands in merge request comments: one class per command with its help. */
@NullMarked
package dev.sluice.command;

import org.jspecify.annotations.NullMarked;
