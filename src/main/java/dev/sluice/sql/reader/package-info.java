/** The way from a file's text to a {@link dev.sluice.sql.ParsedScript}. */
@NullMarked
package dev.sluice.sql.reader;

import org.jspecify.annotations.NullMarked;
