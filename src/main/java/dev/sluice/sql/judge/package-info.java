/** Judges of syntax that need no target database. */
@NullMarked
package dev.sluice.sql.judge;

import org.jspecify.annotations.NullMarked;
