/** The command line: Main, and one class per command. */
@NullMarked
package dev.sluice.cli;

import org.jspecify.annotations.NullMarked;
